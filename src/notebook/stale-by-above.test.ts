import { describe, expect, it } from 'vitest';
import { queuedRun } from '../../core/session/change-run.ts';
import type { Run } from '../../core/session/run.ts';
import { staleByAbove, type DependentCell } from './stale-by-above.ts';
import type { TextDifference } from './text-difference.ts';

interface Facts {
  count?: number;
  declares?: string[];
  uses?: string[];
  changes?: string[];
  reads?: string[];
  status?: Run['status'];
  generation?: number;
  difference?: TextDifference;
}

function cell(slug: string, facts: Facts): DependentCell {
  const { declares = [], uses = [], changes = [], reads = [], generation = 1 } = facts;
  const line = { kind: 'added', sign: '+' as const, text: '', count: 1, group: null };
  const sent = { isCut: false, reply: '', failed: false, duration: 1, connection: 1 };
  const run: Run = {
    ...queuedRun(`run-${slug}`, slug, generation, ''),
    status: facts.status ?? 'ok',
    count: facts.count ?? null,
    names: { declares, uses },
    changes: changes.map((stream) => ({ ...line, stream, consumer: null, ids: [], row: null })),
    commands: reads.map((key) => {
      const commands = [{ ...sent, args: ['XREAD', 'STREAMS', key, '0'] }];
      return { count: 1, failed: 0, duration: 1, commands };
    }),
  };
  return { slug, run, difference: facts.difference ?? null };
}

const stale = (...cells: DependentCell[]) => Object.fromEntries(staleByAbove(cells, 1));
const runAbove = (slug: string) => ({ reason: 'run-above', cell: slug });
const editedAbove = (slug: string) => ({ reason: 'edited-above', cell: slug });

describe('by names', () => {
  it('is nothing after running from top to bottom, once or twice', () => {
    for (const first of [1, 11]) {
      expect(
        stale(
          cell('a', { count: first, declares: ['db'], changes: ['s'] }),
          cell('b', { count: first + 1, uses: ['db'], declares: ['x'], changes: ['s'] }),
          cell('c', { count: first + 2, uses: ['db', 'x', 'console'], reads: ['s'] }),
        ),
      ).toEqual({});
    }
  });

  it('is what uses a cell that was run again, and what uses that in turn', () => {
    expect(
      stale(
        cell('a', { count: 9, declares: ['db'] }),
        cell('b', { count: 2, uses: ['db'], declares: ['x'] }),
        cell('c', { count: 3, uses: ['x'] }),
        cell('d', { count: 4 }),
      ),
    ).toEqual({ b: runAbove('a'), c: runAbove('a') });
  });

  it('is what uses a cell that was edited since, and what uses that in turn', () => {
    expect(
      stale(
        cell('a', { count: 1, declares: ['db'], difference: 'edited' }),
        cell('b', { count: 2, uses: ['db'], declares: ['x'] }),
        cell('c', { count: 3, uses: ['x'] }),
      ),
    ).toEqual({ b: editedAbove('a'), c: editedAbove('a') });
  });

  it('is what uses a cell that ran in the other dialect', () => {
    expect(
      stale(
        cell('a', { count: 1, declares: ['db'], difference: 'dialect' }),
        cell('b', { count: 2, uses: ['db'] }),
      ),
    ).toEqual({ b: { reason: 'dialect-above', cell: 'a' } });
  });

  it('ends with the cell that was run anew, and begins again below it', () => {
    expect(
      stale(
        cell('a', { count: 9, declares: ['db'] }),
        cell('b', { count: 10, uses: ['db'], declares: ['x'] }),
        cell('c', { count: 3, uses: ['x'] }),
      ),
    ).toEqual({ c: runAbove('b') });
  });

  it('asks the nearest cell above that declares a name, and none below', () => {
    expect(
      stale(
        cell('a', { count: 9, declares: ['x'] }),
        cell('b', { count: 2, declares: ['x'] }),
        cell('c', { count: 3, uses: ['x'] }),
        cell('d', { count: 8, declares: ['x'] }),
      ),
    ).toEqual({});
  });

  it('counts a cell that failed or still goes on, but marks only those that ran well', () => {
    expect(
      stale(
        cell('a', { count: 9, declares: ['x'], status: 'running' }),
        cell('b', { count: 2, uses: ['x'] }),
        cell('c', { count: 3, uses: ['x'], status: 'error' }),
        cell('d', { count: 4, uses: ['x'], status: 'stopped' }),
        cell('e', { count: 5, uses: ['x'], status: 'blocked' }),
      ),
    ).toEqual({ b: runAbove('a') });
  });

  it('passes over cells that have not run, wait for their turn, or ran in another kernel', () => {
    expect(
      stale(
        cell('a', { declares: ['x'], status: 'queued' }),
        cell('b', { count: 9, declares: ['x'], generation: 0 }),
        { slug: 'c', run: null, difference: 'edited' },
        cell('d', { count: 3, uses: ['x'] }),
        cell('e', { count: 1, uses: ['x'], generation: 0 }),
      ),
    ).toEqual({});
  });
});

describe('by streams', () => {
  it('is what reads or changes a stream that a cell above has changed since', () => {
    expect(
      stale(
        cell('add', { count: 9, changes: ['s'] }),
        cell('read', { count: 2, reads: ['s'] }),
        cell('trim', { count: 3, changes: ['s'] }),
        cell('other', { count: 4, reads: ['t'] }),
      ),
    ).toEqual({ read: runAbove('add'), trim: runAbove('add') });
  });

  it('is not what stands above, nor what was only edited', () => {
    expect(
      stale(cell('read', { count: 2, reads: ['s'] }), cell('add', { count: 9, changes: ['s'] })),
    ).toEqual({});
    expect(
      stale(
        cell('add', { count: 1, changes: ['s'], difference: 'edited' }),
        cell('read', { count: 2, reads: ['s'] }),
      ),
    ).toEqual({});
  });

  it('names the cell above that was run last', () => {
    expect(
      stale(
        cell('one', { count: 8, changes: ['s'] }),
        cell('two', { count: 9, changes: ['s'] }),
        cell('three', { count: 7, changes: ['s'] }),
        cell('read', { count: 6, reads: ['s'] }),
      ),
    ).toMatchObject({ read: runAbove('two') });
  });
});
