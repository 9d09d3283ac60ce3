import { LessonError } from './lesson-error.ts';

export interface FrontMatter {
  title: string;
  /** The lines after it. */
  body: string[];
  /** How many lines of the file stand before `body`. */
  height: number;
}

/**
 * Reads the block between two `---` lines at the top of a lesson. It holds `title:` and nothing
 * else yet; what it does not know it refuses, so that a typing error is not lost.
 *
 * @throws LessonError when it is absent, not closed, or says anything but a title.
 */
export function readFrontMatter(file: string, lines: string[]): FrontMatter {
  if (lines[0] !== '---') {
    throw new LessonError(file, 1, 'a lesson begins with front matter: ---, title: …, ---');
  }
  const end = lines.indexOf('---', 1);
  if (end === -1) throw new LessonError(file, 1, 'the front matter is not closed by ---');
  return {
    title: readTitle(file, lines.slice(1, end)),
    body: lines.slice(end + 1),
    height: end + 1,
  };
}

function readTitle(file: string, fields: string[]): string {
  let title: string | null = null;
  for (const [index, field] of fields.entries()) {
    const line = index + 2;
    const [, key, value] = /^(\w+):(.*)$/.exec(field) ?? [];
    if (key !== 'title' || value === undefined) {
      throw new LessonError(file, line, `the front matter knows only "title: …", not "${field}"`);
    }
    if (title !== null) throw new LessonError(file, line, 'the title is given twice');
    title = value.trim();
    if (title === '') throw new LessonError(file, line, 'the title is empty');
  }
  if (title === null) throw new LessonError(file, 1, 'the front matter has no title');
  return title;
}
