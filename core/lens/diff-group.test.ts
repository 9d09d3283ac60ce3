import { describe, expect, it } from 'vitest';
import { isTold, type ToldChange } from './change.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import type { Group, StreamSnapshot } from './snapshot.ts';
import { consumer, group, lens, row, stream } from './testing/build.ts';

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

describe('diffSnapshots, groups and consumers', () => {
  it('tells a group that was made, destroyed or moved', () => {
    const before = stream('s', [], { groups: [group('gone'), group('moved')] });
    const groups = [group('made'), group('moved', [], { lastDeliveredId: '3-0' })];
    expect(toldOf(before, stream('s', [], { groups }))).toEqual([
      { kind: 'group-destroyed', stream: 's', group: 'gone' },
      { kind: 'group-made', stream: 's', group: 'made', lastDeliveredId: '0-0' },
      { kind: 'group-moved', stream: 's', group: 'moved', from: '0-0', to: '3-0' },
    ]);
  });

  it('tells a removed consumer after its rows', () => {
    const before = group('g', [consumer('a', [row('1-0'), row('2-0', { ghost: true })])]);
    expect(toldIn(before, group('g'))).toEqual([
      { kind: 'dropped', ...here, consumer: 'a', id: '1-0' },
      { kind: 'ghost-gone', ...here, consumer: 'a', id: '2-0' },
      { kind: 'consumer-removed', ...here, consumer: 'a' },
    ]);
  });

  it('does not tell figures, but keeps them', () => {
    const before = lens([stream('s', [], { groups: [group('g', [consumer('c')])] })]);
    const later = group('g', [consumer('c', [], { seenAt: 5, activeAt: 4 })], { lag: 3 });
    const changes = diffSnapshots(before, lens([stream('s', [], { groups: [later] })]));
    expect(changes.map(({ kind }) => kind)).toEqual(['group-figures', 'consumer-figures']);
  });
});

describe('diffSnapshots, pending rows', () => {
  it('tells one that is new as delivered', () => {
    expect(toldIn(group('g', [consumer('c')]), group('g', [consumer('c', [row('1-0')])]))).toEqual([
      { kind: 'delivered', ...here, consumer: 'c', row: row('1-0') },
    ]);
  });

  it('tells one with another owner as claimed, with its count before', () => {
    const claimed = row('1-0', { deliveries: 2, deliveredAt: 200 });
    const before = group('g', [consumer('a', [row('1-0')]), consumer('b')]);
    const after = group('g', [consumer('a'), consumer('b', [claimed])]);
    expect(toldIn(before, after)).toEqual([
      { kind: 'claimed', ...here, from: 'a', to: 'b', row: claimed, deliveries: 1 },
    ]);
  });

  it('tells a claim from a consumer that is gone, and by one that is new, in an order that works', () => {
    const before = group('g', [consumer('a', [row('1-0')])]);
    expect(toldIn(before, group('g', [consumer('b', [row('1-0')])])).map((c) => c.kind)).toEqual([
      'consumer-appeared',
      'claimed',
      'consumer-removed',
    ]);
  });

  it.each([{ deliveries: 2 }, { deliveredAt: 200 }])(
    'tells one with the same owner and another count or time as redelivered: %o',
    (other) => {
      const before = group('g', [consumer('c', [row('1-0')])]);
      expect(toldIn(before, group('g', [consumer('c', [row('1-0', other)])]))).toEqual([
        { kind: 'redelivered', ...here, consumer: 'c', row: row('1-0', other), deliveries: 1 },
      ]);
    },
  );

  it('tells one that is gone as acknowledged while its consumer is there', () => {
    expect(toldIn(group('g', [consumer('c', [row('1-0')])]), group('g', [consumer('c')]))).toEqual([
      { kind: 'acknowledged', ...here, consumer: 'c', id: '1-0' },
    ]);
  });

  it('tells when one becomes a ghost, and when the ghost is gone', () => {
    const sound = group('g', [consumer('c', [row('1-0')])]);
    const ghost = group('g', [consumer('c', [row('1-0', { ghost: true })])]);
    expect(toldIn(sound, ghost)).toEqual([
      { kind: 'ghost-made', ...here, consumer: 'c', id: '1-0' },
    ]);
    expect(toldIn(ghost, group('g', [consumer('c')]))).toEqual([
      { kind: 'ghost-gone', ...here, consumer: 'c', id: '1-0' },
    ]);
  });

  it('tells both what happened to a row and that it is a ghost since', () => {
    const after = group('g', [consumer('c', [row('1-0', { ghost: true })])]);
    expect(toldIn(group('g', [consumer('c')]), after).map(({ kind }) => kind)).toEqual([
      'delivered',
      'ghost-made',
    ]);
  });

  it('does not tell rows that may have moved beyond the cut of any list', () => {
    const before = group('g', [consumer('a', [row('1-0'), row('3-0')]), consumer('b')]);
    const cut = consumer('b', [row('2-0')], { pendingCount: 2 });
    const changes = toldIn(before, group('g', [consumer('a'), cut]));
    expect(changes).toEqual([
      { kind: 'delivered', ...here, consumer: 'b', row: row('2-0') },
      { kind: 'acknowledged', ...here, consumer: 'a', id: '1-0' },
    ]);
  });

  it('does not tell rows that may have been beyond the cut of any list', () => {
    const cut = consumer('a', [row('1-0')], { pendingCount: 2 });
    const before = group('g', [cut, consumer('b')]);
    expect(toldIn(before, group('g', [cut, consumer('b', [row('2-0')])]))).toEqual([]);
  });

  it('knows a row as new when its entry is', () => {
    const cut = consumer('a', [row('1-0')], { pendingCount: 2 });
    const before = stream('s', ['1-0'], { groups: [group('g', [cut, consumer('b')])] });
    const late = group('g', [cut, consumer('b', [row('2-0')])]);
    expect(toldOf(before, stream('s', ['1-0', '2-0'], { groups: [late] }))).toContainEqual({
      kind: 'delivered',
      ...here,
      consumer: 'b',
      row: row('2-0'),
    });
  });
});
