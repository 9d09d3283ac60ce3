import { describe, expect, it } from 'vitest';
import { applyChanges } from './apply-changes.ts';
import type { Change } from './change.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { EMPTY_LENS } from './snapshot.ts';
import { consumer, entry, group, lens, row, stream } from './testing/build.ts';

const busy = () =>
  lens([
    stream('a', ['1-0', '2-0'], {
      groups: [group('g', [consumer('c', [row('1-0')]), consumer('d')]), group('h')],
    }),
    stream('b', ['1-0']),
  ]);

describe('applyChanges', () => {
  it('shares everything when nothing has changed', () => {
    const before = busy();
    const after = applyChanges(before, 2000, []);
    expect(after).toEqual({ ...before, at: 2000 });
    expect(after.streams).toBe(before.streams);
  });

  it('shares all that a change is not about, down to rows and entries', () => {
    const before = busy();
    const place = { stream: 'a', group: 'g', consumer: 'd' };
    const after = applyChanges(before, 2000, [{ kind: 'delivered', ...place, row: row('2-0') }]);
    const [a, b] = after.streams;
    expect(b).toBe(before.streams[1]);
    expect(a?.entries).toBe(before.streams[0]?.entries);
    expect(a?.groups[1]).toBe(before.streams[0]?.groups[1]);
    expect(a?.groups[0]?.consumers[0]).toBe(before.streams[0]?.groups[0]?.consumers[0]);
    expect(a?.groups[0]?.consumers[1]?.pending).toEqual([row('2-0')]);
  });

  it('shares the other entries of a stream that got one', () => {
    const before = busy();
    const added = { kind: 'entry-added', stream: 'a', entry: entry('3-0') } as const;
    const [a] = applyChanges(before, 2000, [added]).streams;
    expect(a?.entries[0]).toBe(before.streams[0]?.entries[0]);
    expect(a?.entries.map(({ id }) => id)).toEqual(['1-0', '2-0', '3-0']);
  });

  it('leaves the snapshot before as it was', () => {
    const before = busy();
    applyChanges(before, 2000, diffSnapshots(before, EMPTY_LENS));
    applyChanges(before, 2000, diffSnapshots(before, lens([stream('a', ['9-0'])])));
    expect(before).toEqual(busy());
  });

  it('keeps every list in its order, whatever the order of the changes', () => {
    const place = { stream: 'k', group: 'g' };
    const delivered = (id: string): Change => ({
      ...{ kind: 'delivered', ...place, consumer: 'c', row: row(id) },
    });
    const made: Change[] = [
      ...['k', '10', '9', '__proto__'].map((key): Change => ({ kind: 'stream-made', stream: key })),
      ...['10-0', '9-0', '9-11', '9-2'].map((id): Change => ({
        kind: 'entry-added',
        stream: 'k',
        entry: entry(id),
      })),
      ...['h', 'g', '__proto__'].map((name): Change => ({
        kind: 'group-made',
        stream: 'k',
        group: name,
        lastDeliveredId: '0-0',
      })),
      ...['d', 'c', 'a'].map((name): Change => ({
        kind: 'consumer-appeared',
        ...place,
        consumer: name,
      })),
      ...['10-0', '9-0'].map(delivered),
    ];
    const { streams } = applyChanges(EMPTY_LENS, 1, made);
    expect(streams.map(({ key }) => key)).toEqual(['10', '9', '__proto__', 'k']);
    const k = streams.at(-1);
    expect(k?.entries.map(({ id }) => id)).toEqual(['9-0', '9-2', '9-11', '10-0']);
    expect(k?.groups.map(({ name }) => name)).toEqual(['__proto__', 'g', 'h']);
    expect(k?.groups[1]?.consumers.map(({ name }) => name)).toEqual(['a', 'c', 'd']);
    expect(k?.groups[1]?.consumers[1]?.pending.map(({ id }) => id)).toEqual(['9-0', '10-0']);
  });

  it('passes over what is about parts that are not there', () => {
    const nowhere = { stream: 'none', group: 'g', consumer: 'c' };
    const before = busy();
    const after = applyChanges(before, 1000, [
      { kind: 'entry-removed', stream: 'none', id: '1-0', why: 'deleted' },
      { kind: 'acknowledged', ...nowhere, id: '1-0' },
      { kind: 'acknowledged', ...nowhere, stream: 'a', group: 'none', id: '1-0' },
      { kind: 'ghost-made', ...nowhere, stream: 'a', consumer: 'none', id: '1-0' },
      { kind: 'ghost-made', ...nowhere, stream: 'a', id: '7-0' },
      { kind: 'entry-removed', stream: 'a', id: '7-0', why: 'deleted' },
    ]);
    expect(after).toEqual(before);
    expect(after.streams).toBe(before.streams);
  });
});
