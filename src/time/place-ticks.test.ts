import { describe, expect, it } from 'vitest';
import type { Mark } from '../../core/session/history.ts';
import { placeTicks } from './place-ticks.ts';

function mark(count: number | null, more: Partial<Mark> = {}): Mark {
  return {
    id: `run-${count}`,
    kind: 'run',
    cell: 'add-entry',
    count,
    status: 'ok',
    at: 1000,
    delta: [],
    changes: [],
    commands: [],
    commandsOmitted: 0,
    ...more,
  };
}

const runs = (count: number) => Array.from({ length: count }, (_, index) => mark(index + 1));

describe('placeTicks', () => {
  it('spreads the marks evenly and leaves the end of the line to now', () => {
    expect(placeTicks(runs(4), 400).map(({ position }) => position)).toEqual([0, 0.25, 0.5, 0.75]);
    expect(placeTicks([], 400)).toEqual([]);
  });

  it('numbers all runs when there is room', () => {
    expect(placeTicks(runs(4), 400).map(({ label }) => label)).toEqual([
      '[1]',
      '[2]',
      '[3]',
      '[4]',
    ]);
  });

  it.each([5, 40, 100])(
    'keeps the numbers of %d runs apart from each other and from now',
    (count) => {
      const width = 320;
      const ticks = placeTicks(runs(count), width);
      expect(ticks).toHaveLength(count);
      const labelled = ticks.filter(({ label }) => label !== null);
      expect(labelled.length).toBeGreaterThan(3);
      const places = [...labelled.map(({ position }) => position * width), width];
      for (const [index, place] of places.slice(1).entries()) {
        expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(30);
      }
    },
  );

  it('numbers the same runs when another one is added', () => {
    const numbers = (count: number) =>
      placeTicks(runs(count), 320).flatMap(({ label }) => (label === null ? [] : [label]));
    expect(numbers(40)).toEqual(['[5]', '[10]', '[15]', '[20]', '[25]', '[30]', '[35]']);
    expect(numbers(41)).toEqual(numbers(40));
  });

  it('tells failed and stopped runs and rewinds by their look', () => {
    const marks = [
      mark(1),
      mark(2, { status: 'error' }),
      mark(3, { status: 'stopped' }),
      mark(null, { kind: 'rewind' }),
    ];
    const ticks = placeTicks(marks, 400);
    expect(ticks.map(({ look }) => look)).toEqual(['ok', 'error', 'stopped', 'rewind']);
    expect(ticks.at(-1)?.label).toBeNull();
  });

  it('numbers nothing on a line that has not been measured', () => {
    expect(placeTicks(runs(3), 0).map(({ label }) => label)).toEqual([null, null, null]);
  });
});
