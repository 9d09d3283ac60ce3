import { describe, expect, it } from 'vitest';
import { isTold, type ToldChange } from './change.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import type { Group, StreamSnapshot } from './snapshot.ts';
import { consumer, entry, group, lens, row, stream } from './testing/build.ts';

const told = (...args: Parameters<typeof diffSnapshots>): ToldChange[] =>
  diffSnapshots(...args).filter(isTold);

/** What is told of one stream. */
const toldOf = (before: StreamSnapshot, after: StreamSnapshot) =>
  told(lens([before]), lens([after]));

/** What is told of one group. */
const toldIn = (before: Group, after: Group) =>
  toldOf(
    stream('s', ['1-0', '2-0', '3-0'], { groups: [before] }),
    stream('s', ['1-0', '2-0', '3-0'], { groups: [after] }),
  );

const here = { stream: 's', group: 'g' };

describe('diffSnapshots', () => {
  it('tells nothing of equal snapshots, whatever their time', () => {
    const snapshot = () => lens([stream('s', ['1-0'], { groups: [group('g', [consumer('c')])] })]);
    expect(diffSnapshots(snapshot(), { ...snapshot(), at: 2000 })).toEqual([]);
  });

  it('tells what a stream that was made holds, in an order in which it can be read', () => {
    const made = stream('s', ['1-0'], {
      expiresAt: 5000,
      groups: [group('g', [consumer('c', [row('1-0')])], { lastDeliveredId: '1-0' })],
    });
    expect(told(lens(), lens([made]))).toEqual([
      { kind: 'stream-made', stream: 's' },
      { kind: 'expiry-changed', stream: 's', from: null, to: 5000 },
      { kind: 'entry-added', stream: 's', entry: entry('1-0') },
      { kind: 'group-made', ...here, lastDeliveredId: '1-0' },
      { kind: 'consumer-appeared', ...here, consumer: 'c' },
      { kind: 'delivered', ...here, consumer: 'c', row: row('1-0') },
    ]);
  });

  it('tells a key that is gone once, not what it held', () => {
    expect(told(lens([stream('s', ['1-0'])]), lens())).toEqual([
      { kind: 'stream-gone', stream: 's', why: 'deleted' },
    ]);
  });

  it('tells that a key has expired when its time had come', () => {
    const before = (expiresAt: number) => lens([stream('s', [], { expiresAt })]);
    expect(told(before(1000), lens())).toMatchObject([{ why: 'expired' }]);
    expect(told(before(1001), lens())).toMatchObject([{ why: 'deleted' }]);
  });

  it('tells that a key expires, at another time, or never', () => {
    const [never, soon] = [stream('s', []), stream('s', [], { expiresAt: 7 })];
    expect(toldOf(never, soon)).toMatchObject([{ kind: 'expiry-changed', from: null, to: 7 }]);
    expect(toldOf(soon, never)).toMatchObject([{ kind: 'expiry-changed', from: 7, to: null }]);
  });

  it('tells how many entries came and went, shown or not', () => {
    const after = stream('s', ['8-0', '9-0'], { entriesAdded: 9 });
    expect(diffSnapshots(lens([stream('s', ['1-0', '2-0'])]), lens([after]))).toContainEqual(
      expect.objectContaining({ kind: 'stream-figures', added: 7, removed: 7 }),
    );
  });
});

describe('diffSnapshots, a key that was deleted and made again', () => {
  const old = stream('s', ['5-0', '6-0'], { entriesAdded: 2, maxDeletedId: '4-0' });
  it.each([
    ['its last generated id is smaller', stream('s', ['1-0'], { entriesAdded: 9 })],
    ['fewer entries were ever added', stream('s', ['7-0'], { entriesAdded: 1 })],
    ['it shows more new entries than were added', stream('s', ['7-0', '8-0'], { entriesAdded: 3 })],
    ['its largest deleted id is smaller', stream('s', ['5-0', '6-0'], { maxDeletedId: '0-0' })],
  ])('is known when %s', (_, again) => {
    const changes = toldOf(old, again);
    expect(changes.slice(0, 2)).toEqual([
      { kind: 'stream-gone', stream: 's', why: 'deleted' },
      { kind: 'stream-made', stream: 's' },
    ]);
    expect(changes.slice(2)).toEqual(
      again.entries.map((one) => ({ kind: 'entry-added', stream: 's', entry: one })),
    );
  });

  it('is not seen in a stream that only grows', () => {
    const after = stream('s', ['5-0', '6-0', '7-0'], { maxDeletedId: '4-0' });
    expect(toldOf(old, after)).toEqual([{ kind: 'entry-added', stream: 's', entry: entry('7-0') }]);
  });

  it('is known from the last generated id alone where the server tells no more', () => {
    const none = { entriesAdded: null, maxDeletedId: null };
    expect(toldOf(stream('s', ['5-0'], none), stream('s', ['1-0'], none))[0]?.kind).toBe(
      'stream-gone',
    );
    expect(toldOf(stream('s', ['5-0'], none), stream('s', ['5-0', '6-0'], none))).toHaveLength(1);
  });
});

describe('diffSnapshots, entries', () => {
  it('tells one whose fields differ as removed and added: Redis never changes an entry', () => {
    const after = { ...stream('s', ['1-0']), entries: [entry('1-0', 'other')], entriesAdded: 2 };
    expect(toldOf(stream('s', ['1-0']), after)).toEqual([
      { kind: 'entry-removed', stream: 's', id: '1-0', why: 'deleted' },
      { kind: 'entry-added', stream: 's', entry: entry('1-0', 'other') },
    ]);
  });

  it.each([
    ['a value', [['n', 'long']], [['n', 'lo…']]],
    ['a name', [['name', 'v']], [['na…', 'v']]],
    ['later fields', [['n', 'v'], ['m', 'w']], [['n', '…']]], // prettier-ignore
    ['all fields', [['n', 'v']], []],
  ] as [string, [string, string][], [string, string][]][])(
    'does not tell one that is only cut shorter: %s',
    (_, long, short) => {
      const at = (fields: [string, string][]) =>
        stream('s', ['1-0'], { entries: [{ id: '1-0', fields }] });
      expect(toldOf(at(long), at(short))).toEqual([]);
      expect(diffSnapshots(lens([at(long)]), lens([at(short)]))).toEqual([
        {
          kind: 'entries-shown',
          stream: 's',
          entered: [{ id: '1-0', fields: short }],
          left: ['1-0'],
        },
      ]);
    },
  );

  it('does not tell those that only left a window that is full', () => {
    const after = stream('s', ['2-0', '3-0'], { length: 3, entriesAdded: 3, firstId: '1-0' });
    const changes = diffSnapshots(lens([stream('s', ['1-0', '2-0'])]), lens([after]));
    expect(changes.filter(isTold)).toEqual([
      { kind: 'entry-added', stream: 's', entry: entry('3-0') },
    ]);
    expect(changes).toContainEqual({
      kind: 'entries-shown',
      stream: 's',
      entered: [],
      left: ['1-0'],
    });
  });

  it('does not tell those that came into a window from below', () => {
    const before = stream('s', ['2-0', '3-0'], { length: 3, entriesAdded: 3, firstId: '1-0' });
    const after = stream('s', ['1-0', '2-0'], {
      entriesAdded: 3,
      lastGeneratedId: '3-0',
      maxDeletedId: '3-0',
    });
    expect(toldOf(before, after)).toEqual([
      { kind: 'entry-removed', stream: 's', id: '3-0', why: 'deleted' },
    ]);
  });

  it('tells those below the oldest entry as removed, though the window does not reach there', () => {
    const after = stream('s', ['4-0'], { length: 2, entriesAdded: 4, firstId: '3-0' });
    expect(toldOf(stream('s', ['1-0', '2-0', '3-0']), after)).toEqual([
      { kind: 'entry-removed', stream: 's', id: '1-0', why: 'trimmed' },
      { kind: 'entry-removed', stream: 's', id: '2-0', why: 'trimmed' },
      { kind: 'entry-added', stream: 's', entry: entry('4-0') },
    ]);
  });

  it('knows an entry as new when its id is larger than any before, even if none was shown', () => {
    const before = stream('s', ['1-0'], { entries: [] });
    expect(toldOf(before, stream('s', ['1-0', '2-0']))).toEqual([
      { kind: 'entry-added', stream: 's', entry: entry('2-0') },
    ]);
  });
});

describe('diffSnapshots, what a snapshot has no room for', () => {
  const full = stream('s', ['1-0'], {
    groups: [group('g', [consumer('c', [row('1-0')])])],
    expiresAt: 9000,
  });

  it('tells nothing of a stream that may have been omitted before', () => {
    expect(told(lens([], { omitted: 1 }), lens([full]))).toEqual([]);
  });

  it('tells nothing of a stream that may be omitted now, even if its time has come', () => {
    const changes = diffSnapshots(lens([full]), lens([], { omitted: 1 }));
    expect(changes).toContainEqual({ kind: 'stream-gone', stream: 's', why: 'hidden' });
    expect(changes.filter(isTold)).toEqual([]);
    expect(told(lens([full]), lens([], { omitted: 1, at: 9000 }))).toEqual([]);
  });

  it('tells nothing of groups that may be, or may have been, omitted', () => {
    const none = { ...full, groups: [], omitted: 1 };
    expect(toldOf(none, full)).toEqual([]);
    expect(toldOf(full, none)).toEqual([]);
  });

  it('tells nothing of consumers that may be, or may have been, omitted', () => {
    const some = group('g', [consumer('c', [row('1-0')])]);
    const none = group('g', [], { omitted: 1 });
    expect(toldIn(none, some)).toEqual([]);
    expect(toldIn(some, none)).toEqual([]);
  });

  it('still tells a claim when both owners are shown', () => {
    const omitted = { omitted: 1 };
    const before = group('g', [consumer('a', [row('1-0')]), consumer('b')], omitted);
    const after = group('g', [consumer('a'), consumer('b', [row('1-0')])], omitted);
    expect(toldIn(before, after)).toMatchObject([{ kind: 'claimed', from: 'a', to: 'b' }]);
  });
});
