import { describe, expect, it } from 'vitest';
import { markChanges } from './marks.ts';
import type { Consumer, Group, LensSnapshot, StreamSnapshot } from './snapshot.ts';

function lens(...streams: StreamSnapshot[]): LensSnapshot {
  return { at: 0, streams, omitted: 0 };
}

function stream(key: string, ids: string[], more: Partial<StreamSnapshot> = {}): StreamSnapshot {
  return {
    key,
    length: ids.length,
    lastGeneratedId: ids.at(-1) ?? '0-0',
    entries: ids.map((id) => ({ id, fields: [['n', id]] })),
    groups: [],
    ...more,
  };
}

function group(consumers: Consumer[], more: Partial<Group> = {}): Group {
  return {
    name: 'g',
    lastDeliveredId: '0-0',
    entriesRead: 0,
    lag: 0,
    pendingCount: 0,
    consumers,
    ...more,
  };
}

/** Rows are [id, deliveries, deliveredAt]. */
function consumer(name: string, rows: [string, number, number][], pendingCount?: number): Consumer {
  return {
    name,
    seenAt: 0,
    pendingCount: pendingCount ?? rows.length,
    pending: rows.map(([id, deliveries, deliveredAt]) => ({ id, deliveries, deliveredAt })),
  };
}

/** The marks of group g of stream s, between two states of its consumers. */
function groupMarks(before: Consumer[], after: Consumer[], to: Partial<Group> = {}) {
  const marks = markChanges(
    lens(stream('s', ['1-0'], { groups: [group(before)] })),
    lens(stream('s', ['1-0'], { groups: [group(after, to)] })),
  );
  const found = marks.streams.get('s')?.groups.get('g');
  if (!found) throw new Error('no marks for the group');
  return found;
}

function entryMarks(base: StreamSnapshot | null, now: StreamSnapshot) {
  const found = markChanges(base ? lens(base) : lens(), lens(now)).streams.get(now.key);
  if (!found) throw new Error('no marks for the stream');
  return found;
}

describe('markChanges on streams', () => {
  it('marks nothing without a base', () => {
    const marks = markChanges(null, lens(stream('s', ['1-0'])));
    expect(marks.streams.get('s')?.isNew).toBe(false);
    expect(marks.streams.get('s')?.entries.added.size).toBe(0);
  });

  it('marks a new stream and all its entries', () => {
    const marks = entryMarks(null, stream('s', ['1-0', '2-0']));
    expect(marks.isNew).toBe(true);
    expect([...marks.entries.added]).toEqual(['1-0', '2-0']);
  });

  it('tells which streams are gone', () => {
    expect(
      markChanges(lens(stream('a', []), stream('b', [])), lens(stream('b', []))).goneStreams,
    ).toEqual(['a']);
  });

  it('claims neither new nor gone streams when some were omitted', () => {
    const cut = { ...lens(stream('b', ['1-0'])), omitted: 1 };
    expect(
      markChanges(cut, lens(stream('a', ['1-0']), stream('b', ['1-0']))).streams.get('a')?.isNew,
    ).toBe(false);
    expect(markChanges(lens(stream('a', []), stream('b', [])), cut).goneStreams).toEqual([]);
  });
});

describe('markChanges on entries', () => {
  it('marks entries after the last generated id as added', () => {
    const marks = entryMarks(stream('s', ['1-0']), stream('s', ['1-0', '2-0']));
    expect([...marks.entries.added]).toEqual(['2-0']);
    expect(marks.entries.growth).toBe(1);
  });

  it('lists entries that were deleted', () => {
    const marks = entryMarks(stream('s', ['1-0', '2-0', '3-0']), stream('s', ['1-0', '3-0']));
    expect(marks.entries.removed.map(({ id }) => id)).toEqual(['2-0']);
    expect(marks.entries.growth).toBe(-1);
  });

  it('does not call an entry removed that only left the newest ones', () => {
    const now = stream('s', ['2-0', '3-0'], { length: 3 });
    expect(entryMarks(stream('s', ['1-0', '2-0']), now).entries.removed).toEqual([]);
  });

  it('does not call an entry added that deletions brought into view', () => {
    const base = stream('s', ['2-0', '3-0'], { length: 3 });
    const marks = entryMarks(base, stream('s', ['1-0', '3-0']));
    expect([...marks.entries.added]).toEqual([]);
    expect(marks.entries.removed.map(({ id }) => id)).toEqual(['2-0']);
  });

  it('marks smaller ids of a stream that was deleted and filled again', () => {
    expect([...entryMarks(stream('s', ['9-0']), stream('s', ['0-1'])).entries.added]).toEqual([
      '0-1',
    ]);
  });
});

describe('markChanges on groups', () => {
  it('marks a new group and a moved last-delivered id', () => {
    const before = lens(stream('s', ['1-0']));
    const after = lens(stream('s', ['1-0'], { groups: [group([])] }));
    expect(markChanges(before, after).streams.get('s')?.groups.get('g')?.isNew).toBe(true);
    expect(groupMarks([], [], { lastDeliveredId: '1-0' }).movedFrom).toBe('0-0');
    expect(groupMarks([], []).movedFrom).toBe(null);
  });

  it('tells which groups were destroyed', () => {
    const before = lens(stream('s', [], { groups: [group([])] }));
    expect(markChanges(before, lens(stream('s', []))).streams.get('s')?.goneGroups).toEqual(['g']);
  });

  it('marks new consumers', () => {
    expect([
      ...groupMarks([consumer('a', [])], [consumer('a', []), consumer('b', [])]).newConsumers,
    ]).toEqual(['b']);
  });
});

describe('markChanges on pending rows', () => {
  it('marks a delivery', () => {
    const marks = groupMarks([consumer('a', [])], [consumer('a', [['1-0', 1, 5]])]);
    expect(marks.pending.get('1-0')).toEqual({ kind: 'delivered' });
  });

  it('leaves an unchanged row unmarked', () => {
    const same = [consumer('a', [['1-0', 1, 5]])];
    expect(groupMarks(same, same).pending.size).toBe(0);
  });

  it('marks a claim with the owner and the delivery count before', () => {
    const marks = groupMarks(
      [consumer('a', [['1-0', 1, 5]])],
      [consumer('a', []), consumer('b', [['1-0', 2, 9]])],
    );
    expect(marks.pending.get('1-0')).toEqual({ kind: 'claimed', from: 'a', deliveries: 1 });
    expect(marks.gone).toEqual([]);
  });

  it('marks a delivery to the same consumer again', () => {
    const marks = groupMarks([consumer('a', [['1-0', 1, 5]])], [consumer('a', [['1-0', 2, 9]])]);
    expect(marks.pending.get('1-0')).toEqual({ kind: 'redelivered', deliveries: 1 });
  });

  it('lists acknowledged rows in the order of their ids', () => {
    const marks = groupMarks(
      [
        consumer('a', [
          ['9-0', 1, 5],
          ['10-0', 1, 5],
        ]),
      ],
      [consumer('a', [])],
    );
    expect(marks.gone).toEqual([
      { id: '9-0', consumer: 'a', why: 'acknowledged' },
      { id: '10-0', consumer: 'a', why: 'acknowledged' },
    ]);
  });

  it('says dropped when the consumer went with its rows', () => {
    expect(groupMarks([consumer('a', [['1-0', 1, 5]])], []).gone).toEqual([
      { id: '1-0', consumer: 'a', why: 'dropped' },
    ]);
  });

  it('guesses nothing beyond the cut of a list', () => {
    const cut = [consumer('a', [['1-0', 1, 5]], 2)];
    const whole = [
      consumer('a', [
        ['1-0', 1, 5],
        ['2-0', 1, 5],
      ]),
    ];
    expect(groupMarks(cut, whole).pending.size).toBe(0);
    expect(groupMarks(whole, cut).gone).toEqual([]);
  });
});
