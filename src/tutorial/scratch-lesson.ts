import { forEachDialect } from '../../core/lesson/dialects.ts';
import type { PageCell } from './page-lesson.ts';

/** A scratch cell in the form of a cell that a lesson begins with: there is nothing in it. */
export function scratchLesson(slug: string, title: string): PageCell {
  return {
    slug,
    title,
    code: forEachDialect(() => ''),
    html: '',
    cli: forEachDialect(() => null),
    python: null,
    pythonHtml: null,
    blocking: false,
    needs: [],
    wakes: null,
    note: null,
    exercise: null,
    explains: [],
  };
}
