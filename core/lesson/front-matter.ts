import type { Topic } from '../help/topic.ts';
import { LessonError } from './lesson-error.ts';
import { readTopics } from './read-topics.ts';

export interface FrontMatter {
  title: string;
  /** The mistakes that the section explains. */
  explains: Topic[];
  /** The lines after it. */
  body: string[];
  /** How many lines of the file stand before `body`. */
  height: number;
}

/**
 * Reads the block between two `---` lines at the top of a lesson. It holds `title:` and maybe
 * `explains:`; what it does not know it refuses, so that a typing error is not lost.
 *
 * @throws LessonError when it is absent, not closed, or says anything else.
 */
export function readFrontMatter(file: string, lines: string[]): FrontMatter {
  if (lines[0] !== '---') {
    throw new LessonError(file, 1, 'a lesson begins with front matter: ---, title: …, ---');
  }
  const end = lines.indexOf('---', 1);
  if (end === -1) throw new LessonError(file, 1, 'the front matter is not closed by ---');
  const fields = readFields(file, lines.slice(1, end));
  const title = fields.get('title');
  if (title === undefined) throw new LessonError(file, 1, 'the front matter has no title');
  const explains = fields.get('explains');
  return {
    title: title.value,
    explains: explains === undefined ? [] : topicsOf(file, explains),
    body: lines.slice(end + 1),
    height: end + 1,
  };
}

/** A field of front matter, and the line of the file on which it stands. */
interface Field {
  value: string;
  line: number;
}

function readFields(file: string, texts: string[]): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [index, text] of texts.entries()) {
    const line = index + 2;
    const [, key, value] = /^(title|explains):(.*)$/.exec(text) ?? [];
    if (key === undefined || value === undefined) {
      const known = '"title: …" and "explains: …"';
      throw new LessonError(file, line, `the front matter knows only ${known}, not "${text}"`);
    }
    if (fields.has(key)) throw new LessonError(file, line, `the ${key} is given twice`);
    if (value.trim() === '') throw new LessonError(file, line, `the ${key} is empty`);
    fields.set(key, { value: value.trim(), line });
  }
  return fields;
}

function topicsOf(file: string, { value, line }: Field): Topic[] {
  try {
    return readTopics(value);
  } catch (error) {
    throw new LessonError(file, line, error instanceof Error ? error.message : String(error));
  }
}
