import type { Token } from 'markdown-it';
import type { Note } from './lesson.ts';
import { LessonError } from './lesson-error.ts';
import { lineOf, renderHtml, tokenize } from './markdown.ts';

/**
 * Reads a then-and-now note: a line `2018: …` with what the article shows, a line `Today: …` with
 * what happens now, a blank line, and the reason, which is Markdown.
 *
 * @param line of the file on which its fence begins
 * @param prefix for the ids of its headings
 * @throws LessonError when it has another form.
 */
export function readNote(file: string, line: number, text: string, prefix: string): Note {
  const lines = text.split('\n');
  const then = readFigure(file, line + 1, lines[0] ?? '', '2018');
  const today = readFigure(file, line + 2, lines[1] ?? '', 'Today');
  if ((lines[2] ?? '').trim() !== '') {
    throw new LessonError(file, line + 3, 'a blank line stands between "Today: …" and the reason');
  }
  const reason = tokenize(file, lines.slice(2).join('\n'), line + 2, prefix);
  for (const inner of reason) {
    if (inner.type === 'fence' && inner.info.includes('cell=')) {
      throw new LessonError(file, lineOf(inner), 'a note cannot hold a cell');
    }
  }
  if (reason.length === 0) {
    throw new LessonError(file, line, 'the note gives no reason for the difference');
  }
  return { then, today, reason: renderHtml(reason) };
}

/** One line, as HTML without a paragraph around it. */
function readFigure(file: string, line: number, text: string, name: string): string {
  const [, value] = new RegExp(`^${name}:(.*)$`).exec(text) ?? [];
  if (value === undefined) {
    throw new LessonError(file, line, `this line of a note begins with "${name}: "`);
  }
  const tokens = tokenize(file, value.trim(), line - 1, '');
  const inline = tokens.find(({ type }) => type === 'inline');
  if (inline === undefined) throw new LessonError(file, line, `"${name}:" says nothing`);
  if (!isLineOfText(tokens)) {
    throw new LessonError(
      file,
      line,
      `"${name}:" takes one line of text, without lists or headings`,
    );
  }
  return renderHtml([inline]);
}

function isLineOfText(tokens: Token[]): boolean {
  return tokens.length === 3 && tokens[0]?.type === 'paragraph_open';
}
