import { hashSource } from '../session/hash-source.ts';
import type { Field } from './front-matter.ts';
import { LessonError } from './lesson-error.ts';
import { SLUG } from './lesson-file-name.ts';
import { slugify } from './slugify.ts';

/**
 * The id that a course gives itself.
 * @throws LessonError when it is no slug: it becomes a part of keys and of files
 */
export function courseId(file: string, { value, line }: Field): string {
  if (SLUG.test(value)) return value;
  throw new LessonError(
    file,
    line,
    `"${value}" cannot be the id of a course: write small letters and digits joined by hyphens, at most 64, like "id: first-streams"`,
  );
}

/** The id of a course that gives itself none: of its name, and another one for each other name. */
export function courseIdOfName(name: string): string {
  const words = slugify(name).slice(0, 40).replace(/-$/, '');
  return [...(words === '' ? [] : [words]), hashSource(name)].join('-');
}
