import { LessonError } from './lesson-error.ts';

/** A field of front matter, and the line of the file on which it stands. */
export interface Field {
  value: string;
  line: number;
}

/** The block between two `---` lines at the top of a file, and what comes after it. */
export interface FrontMatter {
  /** By their names; a field that is not there is not in it. */
  fields: ReadonlyMap<string, Field>;
  /** The lines after it. */
  body: string[];
  /** How many lines of the file stand before `body`. */
  height: number;
}

/**
 * Reads front matter, lines of `name: value`. What it does not know it refuses, so that a typing error
 * is not lost.
 *
 * @param known the names of the fields that may stand in it; `title` must
 * @throws LessonError when it is absent, not closed, or says anything else.
 */
export function readFrontMatter(file: string, lines: string[], known: string[]): FrontMatter {
  if (lines[0] !== '---') {
    throw new LessonError(file, 1, 'the file begins with front matter: ---, title: …, ---');
  }
  const end = lines.indexOf('---', 1);
  if (end === -1) throw new LessonError(file, 1, 'the front matter is not closed by ---');
  const fields = readFields(file, lines.slice(1, end), known);
  if (!fields.has('title')) {
    throw new LessonError(file, 1, 'the front matter has no title: add a line "title: …"');
  }
  return { fields, body: lines.slice(end + 1), height: end + 1 };
}

function readFields(file: string, texts: string[], known: string[]): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [index, text] of texts.entries()) {
    const line = index + 2;
    const [, key, value] = /^([a-z]+):(.*)$/.exec(text) ?? [];
    if (key === undefined || value === undefined || !known.includes(key)) {
      const names = known.map((name) => `"${name}: …"`).join(', ');
      throw new LessonError(file, line, `the front matter knows only ${names}, not "${text}"`);
    }
    if (fields.has(key)) throw new LessonError(file, line, `the ${key} is given twice`);
    if (value.trim() === '') throw new LessonError(file, line, `the ${key} is empty`);
    fields.set(key, { value: value.trim(), line });
  }
  return fields;
}
