import { compareIds } from './compare-ids.ts';
import type { LensSnapshot, StreamSnapshot } from './snapshot.ts';

/** Who holds an entry in a group. */
export interface Holder {
  group: string;
  consumer: string;
  /** How often it was delivered. */
  deliveries: number;
}

/** What is known of one entry at one moment. */
export interface EntryState {
  /** hidden: it is older than the entries that the snapshot has room for, so it may be there or not. */
  place: 'there' | 'gone' | 'hidden';
  /** The groups in which it is pending. */
  holders: Holder[];
  /** Groups that are past it, and in which it is not pending: acknowledged there, or skipped. */
  passedBy: string[];
  /** Groups that have not reached it. */
  aheadOf: string[];
}

const NOWHERE: EntryState = { place: 'gone', holders: [], passedBy: [], aheadOf: [] };

/** What a snapshot tells of one entry. */
export function entryState(lens: LensSnapshot, key: string, id: string): EntryState {
  const stream = lens.streams.find((candidate) => candidate.key === key);
  if (stream === undefined) return NOWHERE;
  const state: EntryState = {
    place: placeIn(stream, id),
    holders: [],
    passedBy: [],
    aheadOf: [],
  };
  for (const { name, lastDeliveredId, consumers } of stream.groups) {
    const holders = consumers.flatMap((consumer) => {
      const row = consumer.pending.find((candidate) => candidate.id === id);
      return row ? [{ group: name, consumer: consumer.name, deliveries: row.deliveries }] : [];
    });
    if (holders.length > 0) state.holders.push(...holders);
    else if (compareIds(id, lastDeliveredId) <= 0) state.passedBy.push(name);
    else state.aheadOf.push(name);
  }
  return state;
}

function placeIn({ entries, firstId }: StreamSnapshot, id: string): EntryState['place'] {
  if (entries.some((entry) => entry.id === id)) return 'there';
  const oldestShown = entries[0]?.id ?? null;
  if (oldestShown === null || firstId === null) return firstId === null ? 'gone' : 'hidden';
  if (firstId === id) return 'there';
  const isBeforeShown = compareIds(id, oldestShown) < 0;
  return isBeforeShown && compareIds(id, firstId) > 0 ? 'hidden' : 'gone';
}
