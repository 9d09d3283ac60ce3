import type { Token } from 'markdown-it';
import type { Note } from './lesson.ts';
import { LessonError } from './lesson-error.ts';
import { lineOf, renderHtml, tokenize } from './markdown.ts';

/**
 * Reads a then-and-now note: a line `2018: …`, with whatever says when before the colon, that shows what
 * was; a line `Today: …` with what happens now, a blank line, and the reason, which is Markdown.
 *
 * @param line of the file on which its fence begins
 * @param prefix for the ids of its headings
 * @throws LessonError when it has another form.
 */
export function readNote(file: string, line: number, text: string, prefix: string): Note {
  const lines = text.split('\n');
  const when = /^([^:]{1,24}):/.exec(lines[0] ?? '')?.[1]?.trim() ?? '';
  if (when === '' || when === 'Today') {
    throw new LessonError(
      file,
      line + 1,
      'the first line of a note says when it was, and what: "2018: …"',
    );
  }
  const then = readFigure(file, line + 1, lines[0] ?? '');
  if (!(lines[1] ?? '').startsWith('Today:')) {
    throw new LessonError(file, line + 2, 'the second line of a note begins with "Today: "');
  }
  const today = readFigure(file, line + 2, lines[1] ?? '');
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
  const markdown = {
    then: behindColon(lines[0] ?? ''),
    today: behindColon(lines[1] ?? ''),
    reason: lines.slice(2).join('\n').trim(),
  };
  return { when, then, today, reason: renderHtml(reason), markdown };
}

/** What stands behind the colon of a line, as HTML without a paragraph around it. */
function readFigure(file: string, line: number, text: string): string {
  const name = text.slice(0, text.indexOf(':'));
  const tokens = tokenize(file, behindColon(text), line - 1, '');
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

function behindColon(text: string): string {
  return text.slice(text.indexOf(':') + 1).trim();
}

function isLineOfText(tokens: Token[]): boolean {
  return tokens.length === 3 && tokens[0]?.type === 'paragraph_open';
}
