import type { Problem } from '../language/language-api.ts';

/** Where a run has failed: line and column in the cell's text, counted from 1. */
export interface FailedAt {
  message: string;
  line: number | null;
  column: number | null;
}

/** A word, or whatever single thing stands there. */
const THING = /^(?:[\p{L}\p{N}_$]+|\S)/u;

/** What a run has failed at, as a problem of the text that was run; null when the place is not known. */
export function runProblem(text: string, { message, line, column }: FailedAt): Problem | null {
  if (line === null || column === null || line < 1 || column < 1) return null;
  const lines = text.split('\n');
  const here = lines[line - 1];
  if (here === undefined) return null;
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const [thing = ''] = THING.exec(here.slice(column - 1)) ?? [];
  if (thing === '') return null;
  return { kind: 'mistake', span: { start: before + column - 1, length: thing.length }, message };
}
