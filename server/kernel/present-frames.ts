/** Frames as the kernel writes them: `cell:<run>/<slug>.ts:<line>:<column>`. */
const FRAME = /cell:([A-Za-z0-9_-]+)\/([A-Za-z0-9_-]+\.ts):(\d+):(\d+)/g;

/** A place in a cell, in the text of its learner. */
export interface CellFrame {
  run: string;
  file: string;
  line: number;
  column: number;
}

/** How many columns too high the first line of a run's script is. */
export type Shift = (run: string) => number;

/** The places in cells that a text names. */
export function framesIn(text: string, shift: Shift): CellFrame[] {
  return [...text.matchAll(FRAME)].map(([, run = '', file = '', line, column]) => ({
    run,
    file,
    line: Number(line),
    column: columnOf(shift(run), Number(line), Number(column)),
  }));
}

/** A text with the places in cells as a learner knows them: `<slug>.ts:<line>:<column>`. */
export function presentFrames(text: string, shift: Shift): string {
  if (!text.includes('cell:')) return text;
  return text.replace(FRAME, (_, run: string, file: string, line: string, column: string) => {
    return `${file}:${line}:${columnOf(shift(run), Number(line), Number(column))}`;
  });
}

function columnOf(shift: number, line: number, column: number): number {
  return line === 1 ? Math.max(1, column - shift) : column;
}
