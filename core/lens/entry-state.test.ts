import { describe, expect, it } from 'vitest';
import { describeEntryState } from './describe-entry-state.ts';
import { entryState } from './entry-state.ts';
import type { Group, LensSnapshot } from './snapshot.ts';

function group(name: string, lastDeliveredId: string, holder?: string, deliveries = 1): Group {
  const row = { id: '5-0', deliveredAt: 1, deliveries, ghost: false };
  return {
    name,
    lastDeliveredId,
    entriesRead: null,
    lag: null,
    pendingCount: 0,
    consumers: holder
      ? [{ name: holder, seenAt: 1, activeAt: null, pendingCount: 1, pending: [row] }]
      : [],
    omitted: 0,
  };
}

function lens(
  ids: string[],
  { groups = [] as Group[], firstId = ids[0] ?? null } = {},
): LensSnapshot {
  const stream = {
    key: 's',
    length: ids.length,
    lastGeneratedId: '9-0',
    entriesAdded: 9,
    maxDeletedId: '0-0',
    firstId,
    expiresAt: null,
    entries: ids.map((id) => ({ id, fields: [] })),
    groups,
    omitted: 0,
  };
  return { at: 1, streams: [stream], omitted: 0 };
}

describe('the state of an entry', () => {
  it('says whether the stream holds it', () => {
    expect(entryState(lens(['5-0']), 's', '5-0').place).toBe('there');
    expect(entryState(lens(['4-0', '6-0']), 's', '5-0').place).toBe('gone');
    expect(entryState(lens([]), 's', '5-0').place).toBe('gone');
    expect(entryState(lens(['5-0']), 't', '5-0').place).toBe('gone');
  });

  it('does not guess about entries that the snapshot has no room for', () => {
    expect(entryState(lens(['10-0'], { firstId: '2-0' }), 's', '5-0').place).toBe('hidden');
    expect(entryState(lens(['10-0'], { firstId: '5-0' }), 's', '5-0').place).toBe('there');
    expect(entryState(lens(['10-0'], { firstId: '6-0' }), 's', '5-0').place).toBe('gone');
    expect(entryState(lens([], { firstId: '2-0' }), 's', '5-0').place).toBe('hidden');
  });

  it('says group by group who holds it, who is past it, and who has not reached it', () => {
    const groups = [group('a', '7-0', 'c1', 2), group('b', '5-0'), group('c', '4-9')];
    const state = entryState(lens(['5-0'], { groups }), 's', '5-0');
    expect(state).toEqual({
      place: 'there',
      holders: [{ group: 'a', consumer: 'c1', deliveries: 2 }],
      passedBy: ['b'],
      aheadOf: ['c'],
    });
    expect(describeEntryState(state)).toBe(
      'in the stream; pending of c1 in a, delivered twice; not pending in b, which is past it; not yet delivered to c',
    );
    expect(describeEntryState(state, ['b'])).toContain('; acknowledged in b; ');
  });

  it('says of an entry that is gone only what was made of it', () => {
    const groups = [
      group('a', '7-0'),
      group('b', '7-0'),
      group('c', '1-0'),
      group('d', '7-0', 'c1'),
    ];
    const state = entryState(lens([], { groups }), 's', '5-0');
    expect(describeEntryState(state, ['a'])).toBe(
      'not in the stream; pending of c1 in d, delivered once; acknowledged in a',
    );
  });
});
