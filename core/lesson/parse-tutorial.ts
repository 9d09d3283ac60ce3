import type { Topic } from '../help/topic.ts';
import { cellsOf } from './cells-of.ts';
import { findWrongBond } from './check-bonds.ts';
import { findCellLine } from './find-cell-line.ts';
import type { Cell, Lesson } from './lesson.ts';
import { LessonError } from './lesson-error.ts';
import { parseLesson } from './parse-lesson.ts';

/** A lesson file: its name, `NN-slug.md`, and its text. */
export interface LessonFile {
  name: string;
  text: string;
}

/**
 * Parses all lesson files, in the order of their names.
 *
 * @throws LessonError for a file that cannot be parsed, and when two lessons or two cells of the
 *   tutorial share a slug, or explain the same mistake: links and saved edits would mix them up; and
 *   when a cell needs or wakes one that it cannot.
 */
export function parseTutorial(files: LessonFile[]): Lesson[] {
  const ordered = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const fileOfLesson = new Map<string, string>();
  const fileOfCell = new Map<string, string>();
  const explained = new Set<Topic>();
  const before = new Map<string, Cell>();
  return ordered.map(({ name, text }) => {
    const lesson = parseLesson(name, text);
    const namesake = fileOfLesson.get(lesson.slug);
    if (namesake !== undefined) {
      throw new LessonError(
        name,
        1,
        `the lesson has the same slug as ${namesake}: rename one file`,
      );
    }
    fileOfLesson.set(lesson.slug, name);
    for (const { slug } of cellsOf(lesson)) {
      const other = fileOfCell.get(slug);
      if (other !== undefined) {
        const what = `a cell of ${other} is called "${slug}" too: give one of them another name`;
        throw new LessonError(name, findCellLine(text, slug), what);
      }
      fileOfCell.set(slug, name);
    }
    const wrong = findWrongBond(lesson, before);
    if (wrong) throw new LessonError(name, findCellLine(text, wrong.slug), wrong.what);
    for (const cell of cellsOf(lesson)) before.set(cell.slug, cell);
    for (const topic of [lesson, ...cellsOf(lesson)].flatMap(({ explains }) => explains)) {
      if (explained.has(topic)) throw new LessonError(name, 1, `"${topic}" is explained twice`);
      explained.add(topic);
    }
    return lesson;
  });
}
