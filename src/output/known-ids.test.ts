import { describe, expect, it } from 'vitest';
import { EMPTY_LENS, type LensSnapshot } from '../../core/lens/snapshot.ts';
import { knownIds } from './known-ids.ts';

describe('knownIds', () => {
  it('knows nothing of an empty Redis', () => {
    expect(knownIds(EMPTY_LENS).size).toBe(0);
  });

  it('knows entries, and pending ones that are entries no more', () => {
    const pending = [{ id: '1-0', deliveredAt: 0, deliveries: 1, ghost: true }];
    const consumer = { name: 'c', seenAt: 0, activeAt: null, pendingCount: 1, pending };
    const lens: LensSnapshot = {
      ...EMPTY_LENS,
      streams: [
        {
          key: 'a',
          length: 1,
          lastGeneratedId: '2-0',
          entriesAdded: 2,
          maxDeletedId: '1-0',
          firstId: '2-0',
          expiresAt: null,
          entries: [{ id: '2-0', fields: [] }],
          groups: [
            {
              name: 'g',
              lastDeliveredId: '2-0',
              entriesRead: null,
              lag: null,
              pendingCount: 1,
              consumers: [consumer],
              omitted: 0,
            },
          ],
          omitted: 0,
        },
      ],
    };
    expect([...knownIds(lens)].sort()).toEqual(['1-0', '2-0']);
  });
});
