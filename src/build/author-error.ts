import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LessonError } from '../../core/lesson/lesson-error.ts';

/** A mistake in a lesson in the form in which bundlers and Vite's overlay show errors. */
export interface AuthorError {
  message: string;
  id: string;
  loc: { file: string; line: number; column: number };
  /** The line and its neighbours, with numbers; empty when the mistake is with the folder. */
  frame: string;
}

/** Gives the mistake its place on the disk. @param folder that the lessons were read from */
export function authorError(folder: string, error: LessonError): AuthorError {
  const id = error.line === null ? folder : join(folder, basename(error.file));
  const line = error.line ?? 1;
  return {
    message: error.message,
    id,
    loc: { file: id, line, column: 0 },
    frame: error.line === null ? '' : frameOf(id, line),
  };
}

function frameOf(file: string, line: number): string {
  const rows = readFileSync(file, 'utf8').split(/\r?\n/);
  const from = Math.max(1, line - 2);
  return rows
    .slice(from - 1, line + 2)
    .map((row, index) => `${from + index === line ? '>' : ' '} ${from + index} | ${row}`)
    .join('\n');
}
