import { describe, expect, it } from 'vitest';
import { firstChanged } from './first-changed.ts';
import { markChanges } from './marks.ts';
import type { LensSnapshot, StreamSnapshot } from './snapshot.ts';

function stream(key: string, more: Partial<StreamSnapshot> = {}): StreamSnapshot {
  return { key, length: 0, lastGeneratedId: '0-0', entries: [], groups: [], ...more };
}

const lens = (...streams: StreamSnapshot[]): LensSnapshot => ({ at: 0, streams, omitted: 0 });
const between = (before: LensSnapshot, after: LensSnapshot) =>
  firstChanged(markChanges(before, after));

const group = {
  name: 'g',
  lastDeliveredId: '0-0',
  entriesRead: 0,
  lag: 0,
  pendingCount: 0,
  consumers: [],
};

describe('firstChanged', () => {
  it('finds nothing when nothing was marked', () => {
    expect(between(lens(stream('a')), lens(stream('a')))).toBeNull();
  });

  it('finds a stream that is new, in the order of the keys', () => {
    expect(between(lens(stream('a')), lens(stream('a'), stream('b'), stream('c')))).toBe('b');
  });

  it('finds a stream that was added to', () => {
    const entries = [{ id: '1-0', fields: [] }];
    const filled = stream('b', { length: 1, lastGeneratedId: '1-0', entries });
    expect(between(lens(stream('a'), stream('b')), lens(stream('a'), filled))).toBe('b');
  });

  it('finds a stream with a group that came, moved or went', () => {
    const moved = { ...group, lastDeliveredId: '1-0' };
    const without = lens(stream('a'), stream('b'));
    const with_ = lens(stream('a'), stream('b', { groups: [group] }));
    expect(between(without, with_)).toBe('b');
    expect(between(with_, lens(stream('a'), stream('b', { groups: [moved] })))).toBe('b');
    expect(between(with_, without)).toBe('b');
  });
});
