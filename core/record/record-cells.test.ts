import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { lens, sent, stream } from '../lens/testing/build.ts';
import { recordCells } from './record-cells.ts';
import { newestEntries } from './newest-entries.ts';
import { RecordedCell } from './recording.ts';
import { replay } from './replay.ts';
import { notebook, observed } from './testing/notebook.ts';

const FAST = 1_790_000_000_000;
const SLOW = 1_795_000_000_000;

const fast = notebook([`${FAST}-0`, `${FAST}-1`, `${FAST}-0`], [FAST, FAST + 9, FAST + 20]);
const slow = notebook(
  [`${SLOW + 10}-0`, `${SLOW + 31}-0`, `${SLOW + 70}-0`],
  [SLOW, SLOW + 900, SLOW + 5000],
);

describe('a notebook that is recorded', () => {
  it('is the same, however fast it was run', () => {
    expect(recordCells(slow)).toEqual(recordCells(fast));
  });

  it('gives its ids and times their places in a time of its own, wherever they stand', () => {
    const [add, , look] = recordCells(slow).cells;
    expect(add?.outputs).toEqual([
      { kind: 'text', stream: 'stdout', text: '1767261601000-0 1767261601001-0\n' },
    ]);
    expect(add?.commands.map(({ commands }) => commands[0]?.reply)).toEqual([
      '"1767261601000-0"',
      '"1767261601000-0"',
    ]);
    expect(add?.changes[0]?.text).toBe('1767261601000-0 was added to t.');
    expect(look?.outputs[0]).toMatchObject({
      text: expect.stringContaining(
        "{ id: '1767261601001-0', millisecondsSinceLastDelivery: 1000 } 2026-01-01T10:00:01.002Z",
      ),
      values: [
        {
          entries: [
            ['id', '1767261601001-0'],
            ['millisecondsSinceLastDelivery', 1000],
            ['since', { kind: 'date', time: 1767261602002 }],
          ],
        },
      ],
    });
    expect(look?.commands[0]?.commands[0]?.reply).toBe(
      '1) 1) "1767261601001-0"\n   2) "c"\n   3) (integer) 1000\n   4) (integer) 1',
    );
  });

  it('keeps the ids and times that a lesson has written itself', () => {
    const own = observed(
      'own',
      SLOW,
      {
        outputs: [{ kind: 'value', text: "'1514764800000-0' 2018-01-01T00:00:00.000Z 0-1" }],
        commands: [sent('XADD s 1514764800000-0 n 1', '"1514764800000-0"')],
      },
      lens([stream('s', ['0-1', '1514764800000-0'])]),
    );
    const { cells, lenses } = recordCells([own]);
    expect(cells[0]?.outputs).toEqual(own.run.outputs);
    expect(lenses[0]?.streams).toEqual(own.lens.streams);
  });

  it('tells two streams with the same id apart by what stands before it', () => {
    const [x, y] = [`${SLOW}-0`, `${SLOW + 1}-0`];
    const text = `[ { name: 's', id: '${y}' }, { name: 't', id: '${y}' } ]`;
    const both = observed(
      'both',
      SLOW,
      { outputs: [{ kind: 'value', text }] },
      lens([stream('s', [x, y]), stream('t', [y])]),
    );
    expect(recordCells([both]).cells[0]?.outputs).toEqual([
      {
        kind: 'value',
        text: "[ { name: 's', id: '1767261601001-0' }, { name: 't', id: '1767261601000-0' } ]",
      },
    ]);
  });

  it('cuts a reply that was cut where ids of any length give the same', () => {
    const reply = (sequence: string) => `${`"${SLOW}-${sequence}" `.repeat(30).slice(0, 399)}…`;
    const cell = (sequence: string) =>
      observed('long', SLOW, { commands: [sent('XREAD STREAMS s 0', reply(sequence))] }, lens());
    const [short, long] = ['1', '12'].map((sequence) => recordCells([cell(sequence)]).cells[0]);
    expect(long?.commands).toEqual(short?.commands);
    expect(long?.commands[0]?.commands[0]?.reply).toMatch(/^("1767261601000-0" )+.{1,17}…$/);
  });

  it('is refused while a run has not ended', () => {
    const [cell] = slow;
    if (!cell) throw new Error('The notebook has cells.');
    const blocked = { ...cell, run: { ...cell.run, status: 'blocked' as const } };
    expect(() => recordCells([blocked])).toThrow('The cell "add" has not ended.');
  });
});

describe('a recording that is replayed', () => {
  const { cells, lenses } = recordCells(slow);
  const stored = cells.map((cell) => v.parse(RecordedCell, JSON.parse(JSON.stringify(cell))));
  const view = replay(stored);

  it('shows every cell as a run that has ended, with all that it sent', () => {
    expect(view.runs.map(({ cell, status, count }) => [cell, status, count])).toEqual([
      ['add', 'ok', 1],
      ['read', 'ok', 2],
      ['look', 'ok', 3],
    ]);
    expect(view.runs[0]?.commands[0]).toEqual({
      ...sent('XADD s * n 1', '"1767261601000-0"', { duration: 0 }),
      duration: 0,
    });
  });

  it('leads the lens through the states that it had', () => {
    expect(view.history.marks.map(({ cell }) => cell)).toEqual(['add', 'read', 'look']);
    expect(view.lens).toEqual(lenses.at(-1));
    expect(view.lensBase?.streams).toEqual(lenses.at(-2)?.streams);
  });
});

it('a recording holds the newest entries of each stream', () => {
  const ids = Array.from({ length: 30 }, (_, i) => `${i + 1}-0`);
  const [cut] = newestEntries(lens([stream('s', ids)])).streams;
  expect(cut?.entries.map(({ id }) => id)).toEqual(ids.slice(-20));
  expect(cut?.length).toBe(30);
});
