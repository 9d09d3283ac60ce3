import { compareIds } from './compare-ids.ts';
import type { Entry, StreamSnapshot } from './snapshot.ts';

/** What became of the entries of one stream between two snapshots. */
export interface EntryMarks {
  /** Ids of entries that were added, among those that the newer snapshot shows. */
  added: ReadonlySet<string>;
  /** Entries that were deleted or trimmed, among those that the older snapshot showed. */
  removed: Entry[];
  /** The new length minus the old one. */
  growth: number;
}

/** Compares the entries of one stream; base null means that the stream is new. */
export function markEntries(base: StreamSnapshot | null, now: StreamSnapshot): EntryMarks {
  const lastKnown = base?.lastGeneratedId ?? null;
  const known = new Set(base?.entries.map(({ id }) => id));
  const present = new Set(now.entries.map(({ id }) => id));
  // An id larger than the last one generated is new. A smaller one can be new as well, when the
  // stream was deleted and filled again; that is certain only if the older list was complete.
  const baseIsWhole = base !== null && base.entries.length === base.length;
  const isAdded = (id: string) =>
    lastKnown === null || compareIds(id, lastKnown) > 0 || (baseIsWhole && !known.has(id));
  // Below the oldest entry of a cut list nothing is known of the newer snapshot.
  const oldestShown = now.entries.length < now.length ? now.entries[0]?.id : undefined;
  const isVisible = (id: string) => oldestShown === undefined || compareIds(id, oldestShown) >= 0;
  return {
    added: new Set([...present].filter(isAdded)),
    removed: (base?.entries ?? []).filter(({ id }) => !present.has(id) && isVisible(id)),
    growth: now.length - (base?.length ?? 0),
  };
}
