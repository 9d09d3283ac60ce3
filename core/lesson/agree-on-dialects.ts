import { cellsOf } from './cells-of.ts';
import { DIALECTS } from './dialects.ts';
import { findCellLine } from './find-cell-line.ts';
import type { Dialect, Lesson } from './lesson.ts';
import { LessonError } from './lesson-error.ts';
import type { LessonFile } from './parse-tutorial.ts';

/**
 * The dialects of a course: both, as soon as one of its cells is written in both. A learner chooses one
 * for the whole notebook, so a cell that lacks it would leave a gap for those below.
 *
 * @throws LessonError, at the first cell that is written in one dialect only while another is in both.
 */
export function agreeOnDialects(lessons: Lesson[], files: LessonFile[]): readonly Dialect[] {
  const cells = lessons.flatMap(cellsOf);
  const whole = cells.find(({ code }) => code['node-redis'] !== null);
  if (!whole) return ['walrus'];
  const lacking = cells.find(({ code }) => code['node-redis'] === null);
  if (!lacking) return DIALECTS;
  const { name, line } = placeOf(lacking.slug, lessons, files);
  throw new LessonError(
    name,
    line,
    `the cell "${lacking.slug}" is not written for node-redis, and "${whole.slug}" is: put a fence \`ts cell=${lacking.slug} dialect=node-redis\` right after it, or leave that dialect out of all cells`,
  );
}

function placeOf(slug: string, lessons: Lesson[], files: LessonFile[]) {
  const lesson = lessons.find((lesson) => cellsOf(lesson).some((cell) => cell.slug === slug));
  const file = files.find(({ name }) => name.endsWith(`-${lesson?.slug}.md`));
  return { name: file?.name ?? slug, line: findCellLine(file?.text ?? '', slug) };
}
