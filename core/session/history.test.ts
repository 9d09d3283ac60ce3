import { describe, expect, it } from 'vitest';
import type { Change } from '../lens/change.ts';
import { diffSnapshots } from '../lens/diff-snapshots.ts';
import { EMPTY_LENS, type LensSnapshot, type StreamSnapshot } from '../lens/snapshot.ts';
import { MAX_COMMAND_ROWS, MAX_MARKS } from '../limits/limits.ts';
import { applyEvent } from './apply-event.ts';
import type { CommandRow } from './command.ts';
import type { SessionEvent } from './event.ts';
import { EMPTY_HISTORY } from './extend-history.ts';
import { snapshotAt } from './snapshot-at.ts';
import type { SessionView } from './view.ts';

const ready: SessionView = {
  kernel: { state: 'ready', generation: 1, notice: null },
  redis: { state: 'ready', product: 'Redis', version: '7.0.15', notice: null },
  runs: [],
  lens: null,
  lensBase: null,
  history: EMPTY_HISTORY,
};

/** A lens with one stream of so many entries. */
function lens(at: number, key: string, entries: number): LensSnapshot {
  const ids = Array.from({ length: entries }, (_, i) => `${i + 1}-0`);
  const stream: StreamSnapshot = {
    key,
    length: entries,
    lastGeneratedId: ids.at(-1) ?? '0-0',
    entriesAdded: entries,
    maxDeletedId: '0-0',
    firstId: ids[0] ?? null,
    expiresAt: null,
    entries: ids.map((id) => ({ id, fields: [['n', '1']] })),
    groups: [],
    omitted: 0,
  };
  return { at, streams: [stream], omitted: 0 };
}

/** Folds events and snapshots in turn; a snapshot is told by what is different in it. */
function fold(view: SessionView, ...steps: (SessionEvent | LensSnapshot)[]): SessionView {
  return steps.reduce((now: SessionView, step) => {
    if ('kind' in step) return applyEvent(now, step);
    const changes: Change[] = diffSnapshots(now.lens ?? EMPTY_LENS, step);
    return applyEvent(now, { kind: 'lens', at: step.at, changes });
  }, view);
}

const queued = (run: string, cell = run): SessionEvent => {
  return { kind: 'run-queued', run, cell, sourceHash: '' };
};
const started = (run: string, at: number): SessionEvent => {
  return { kind: 'run-started', run, count: 1, at };
};
const ended = (run: string, duration = 10): SessionEvent => {
  return { kind: 'run-ended', run, status: 'ok', duration };
};
const row = (...args: string[]): CommandRow => ({
  count: 1,
  failed: 0,
  duration: 1,
  commands: [{ args, isCut: false, reply: 'OK', failed: false, duration: 1, connection: 1 }],
});
const sent = (run: string, ...rows: CommandRow[]): SessionEvent => ({
  kind: 'run-commands',
  run,
  rows: rows.map((one, index) => ({ index, row: one })),
  omitted: 0,
});
const run = (view: SessionView, id: string) => view.runs.find((one) => one.id === id);

describe('the commands of a run', () => {
  it('are put where they belong, and take the place of what they were', () => {
    const view = fold(ready, queued('r'), sent('r', row('XADD', 'a'), row('XLEN', 'a')), {
      kind: 'run-commands',
      run: 'r',
      rows: [{ index: 1, row: row('XLEN', 'b') }],
      omitted: 7,
    });
    expect(run(view, 'r')).toMatchObject({
      commands: [row('XADD', 'a'), row('XLEN', 'b')],
      commandsOmitted: 7,
    });
  });

  it('leave no gap, whatever a kernel says', () => {
    const view = fold(ready, queued('r'), {
      kind: 'run-commands',
      run: 'r',
      rows: [{ index: 50, row: row('PING') }],
      omitted: 0,
    });
    expect(run(view, 'r')?.commands).toEqual([row('PING')]);
    const beyond = { index: MAX_COMMAND_ROWS, row: row('PING') };
    const more = fold(view, { kind: 'run-commands', run: 'r', rows: [beyond], omitted: 0 });
    expect(run(more, 'r')?.commands).toHaveLength(1);
  });
});

describe('the changes of a run', () => {
  it('are told while it goes on, and name their cause', () => {
    const view = fold(
      ready,
      lens(1, 's', 1),
      queued('r'),
      started('r', 2),
      sent('r', row('XADD', 's', '*', 'n', '1')),
      lens(3, 's', 2),
    );
    expect(run(view, 'r')?.changes).toMatchObject([
      { kind: 'entry-added', sign: '+', ids: ['2-0'], row: 0 },
    ]);
  });

  it('are counted from its start, and are no longer counted when it has ended', () => {
    const over = fold(
      ready,
      lens(1, 's', 1),
      queued('r'),
      started('r', 2),
      lens(3, 's', 2),
      ended('r'),
    );
    const later = fold(over, lens(9, 's', 5));
    expect(run(later, 'r')?.changes).toEqual(run(over, 'r')?.changes);
    expect(run(later, 'r')).toMatchObject({ before: null, changes: [{ ids: ['2-0'] }] });
  });

  it('are those of the run that sent the command, when two go on at once', () => {
    const view = fold(
      ready,
      lens(1, 's', 1),
      queued('reader'),
      started('reader', 2),
      sent('reader', row('XREAD', 'BLOCK', '0', 'STREAMS', 's', '$')),
      queued('writer'),
      started('writer', 3),
      sent('writer', row('XADD', 's', '*', 'n', '1')),
      lens(4, 's', 2),
      ended('writer', 1),
      ended('reader', 5),
    );
    expect(run(view, 'writer')?.changes).toMatchObject([{ kind: 'entry-added' }]);
    expect(run(view, 'reader')?.changes).toEqual([]);
  });
});

describe('the history', () => {
  const three = fold(
    ready,
    lens(1, 's', 1),
    ...['a', 'b', 'c'].flatMap((id, i) => [
      queued(id),
      started(id, 10 * i + 2),
      sent(id, row('XADD', 's', '*', 'n', '1')),
      lens(10 * i + 3, 's', i + 2),
      ended(id),
    ]),
  );

  it('has a mark for each run that was started, and none for one that was not', () => {
    const view = fold(three, queued('d'), {
      kind: 'run-ended',
      run: 'd',
      status: 'stopped',
      duration: 0,
    });
    expect(view.history.marks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('gives the lens back as it was at each mark', () => {
    const lengths = [-1, 0, 1, 2].map((i) => snapshotAt(three.history, i).streams[0]?.length);
    expect(lengths).toEqual([1, 2, 3, 4]);
    expect(snapshotAt(three.history, 1)).toEqual({ ...lens(22, 's', 3), at: 22 });
  });

  it('keeps what a run did, when its cell is run again', () => {
    const again = fold(three, queued('a2', 'a'), started('a2', 50), ended('a2'));
    expect(run(again, 'a')).toBeUndefined();
    expect(again.history.marks[0]).toMatchObject({
      cell: 'a',
      changes: [{ ids: ['2-0'] }],
      commands: [row('XADD', 's', '*', 'n', '1')],
    });
  });

  it('forgets its oldest marks, and still knows what came before the others', () => {
    const runs = Array.from({ length: MAX_MARKS + 5 }, (_, i) => [
      queued(`r${i}`),
      started(`r${i}`, i),
      lens(i, 's', i + 1),
      ended(`r${i}`),
    ]);
    const { history } = fold(ready, lens(1, 's', 0), ...runs.flat());
    expect(history.marks).toHaveLength(MAX_MARKS);
    expect(history.marks[0]?.id).toBe('r5');
    expect(snapshotAt(history, -1).streams[0]?.length).toBe(5);
    expect(snapshotAt(history, MAX_MARKS - 1).streams).toEqual(history.last.streams);
  });

  it('has a mark for a rewind, and marks what that changed', () => {
    const view = fold(three, lens(40, 's', 2), { kind: 'rewound', id: 'w', to: 'b', at: 41 });
    expect(view.history.marks.at(-1)).toMatchObject({ id: 'w', kind: 'rewind', cell: 'b', at: 41 });
    expect(snapshotAt(view.history, 3).streams[0]?.length).toBe(2);
    expect(view.lensBase?.streams[0]?.length).toBe(4);
  });

  it('begins anew with an empty Redis', () => {
    const view = fold(
      three,
      { kind: 'redis', redis: { ...ready.redis, state: 'starting' } },
      { kind: 'redis', redis: ready.redis },
      EMPTY_LENS,
    );
    expect(view).toMatchObject({ lens: EMPTY_LENS, history: EMPTY_HISTORY });
  });

  it('says to which marks Redis can be put back', () => {
    expect(fold(three, { kind: 'points', points: ['b', 'c'] }).history.points).toEqual(['b', 'c']);
  });
});
