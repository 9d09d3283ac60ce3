import type { Mark } from '../../core/session/history.ts';

/** One mark of the history on the line of time. */
export interface Tick {
  id: string;
  /** From 0, the oldest mark, to less than 1: at 1 stands now. */
  position: number;
  /** The number of its run, where there is room for it. */
  label: string | null;
  /** What it looks like. */
  look: 'ok' | 'error' | 'stopped' | 'rewind';
}

/** Width that a run number needs on the line, with the gap to the next, in CSS pixels. */
const labelWidth = 30;

/** Where not all runs can be numbered, every second one is, or every fifth, and so on. */
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * The marks as they stand on a line, evenly, with now at its end. Numbers that would touch each other
 * are left out; which ones does not change with each run.
 * @param width of the line, in CSS pixels
 */
export function placeTicks(marks: readonly Mark[], width: number): Tick[] {
  const gap = width / marks.length;
  const step = steps.find((one) => one * gap >= labelWidth) ?? Infinity;
  // Now has no number, but a word that stands where the last ones would.
  let free = width - labelWidth;
  return marks
    .map((mark, index) => ({ mark, position: index / marks.length }))
    .toReversed()
    .map(({ mark, position }): Tick => {
      const at = position * width;
      const isLabelled = mark.count !== null && mark.count % step === 0 && at <= free;
      if (isLabelled) free = at - labelWidth;
      return {
        id: mark.id,
        position,
        label: isLabelled ? `[${mark.count}]` : null,
        look: mark.kind === 'rewind' ? 'rewind' : mark.status,
      };
    })
    .toReversed();
}
