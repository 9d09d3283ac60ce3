import { describe, expect, it } from 'vitest';
import type { ChangeLine } from '../../core/lens/change-line.ts';
import type { Consumer, LensSnapshot } from '../../core/lens/snapshot.ts';
import { namesOfChange } from './names-of-change.ts';

const line: ChangeLine = {
  kind: 'claimed',
  sign: '~',
  text: 'c2 now owns 1-0, which was of c1; the group is at 1700000000000-0.',
  count: 1,
  stream: 'a',
  group: 'g',
  consumer: 'c2',
  ids: ['1-0'],
  row: null,
};

function lensWith(...names: string[]): LensSnapshot {
  const consumers = names.map((name): Consumer => {
    return { name, seenAt: 0, activeAt: null, pendingCount: 0, pending: [] };
  });
  const figures = { lastDeliveredId: '0-0', entriesRead: 0, lag: 0, pendingCount: 0, omitted: 0 };
  const stream = {
    key: 'a',
    length: 0,
    lastGeneratedId: '0-0',
    entriesAdded: 0,
    maxDeletedId: '0-0',
    firstId: null,
    expiresAt: null,
    entries: [],
    groups: [{ name: 'g', consumers, ...figures }],
    omitted: 0,
  };
  return { at: 0, streams: [stream], omitted: 0 };
}

describe('namesOfChange', () => {
  it('knows the consumers of the group, and every id in the sentence', () => {
    expect(namesOfChange(line, lensWith('c1', 'c2'))).toEqual({
      entry: ['1-0', '1700000000000-0'],
      consumer: ['c2', 'c1', 'c2'],
      group: ['g'],
      stream: ['a'],
    });
  });

  it('makes do without a snapshot, and with a change of no group', () => {
    const names = namesOfChange({ ...line, group: null, consumer: null }, null);
    expect(names).toMatchObject({ consumer: [], group: [], stream: ['a'] });
  });

  it('quotes names as sentences do', () => {
    const names = namesOfChange({ ...line, stream: 'my stream' }, null);
    expect(names.stream).toEqual(['"my stream"']);
  });
});
