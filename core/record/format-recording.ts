import type { StoredRecording } from './recording.ts';

/** What is longer is broken at its parts. */
const WIDTH = 120;

/** Dialects, cells, and each output, row of commands, sentence and change: those stand on one line. */
const MAX_DEPTH = 5;

/** The text of a recording's file, with a line for each thing that may change. */
export function formatRecording(recording: StoredRecording): string {
  return `${format(recording, 0)}\n`;
}

function format(value: unknown, depth: number): string {
  const line = JSON.stringify(value);
  const isShort = 2 * depth + line.length <= WIDTH;
  if (typeof value !== 'object' || value === null || isShort || depth === MAX_DEPTH) return line;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => format(item, depth + 1))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => `${JSON.stringify(name)}: ${format(item, depth + 1)}`);
  const indent = '  '.repeat(depth);
  const lines = items.map((item) => `${indent}  ${item}`).join(',\n');
  return isList ? `[\n${lines}\n${indent}]` : `{\n${lines}\n${indent}}`;
}
