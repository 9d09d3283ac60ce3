import type { Consumer, Group, StreamSnapshot } from './snapshot.ts';

/** A stream as a change tells that it is there, before other changes fill it. */
export function emptyStream(key: string): StreamSnapshot {
  return {
    key,
    length: 0,
    lastGeneratedId: '0-0',
    entriesAdded: null,
    maxDeletedId: null,
    firstId: null,
    expiresAt: null,
    entries: [],
    groups: [],
    omitted: 0,
  };
}

/** A group as a change tells that it is there, before other changes fill it. */
export function emptyGroup(name: string, lastDeliveredId: string): Group {
  return {
    name,
    lastDeliveredId,
    entriesRead: null,
    lag: null,
    pendingCount: 0,
    consumers: [],
    omitted: 0,
  };
}

/** A consumer as a change tells that it is there, before other changes fill it. */
export function emptyConsumer(name: string): Consumer {
  return { name, seenAt: 0, activeAt: null, pendingCount: 0, pending: [] };
}
