import type { Entry, StreamSnapshot } from '../../core/lens/snapshot.ts';

/** The entries that a strip shows, and their labels where it has any, by id. */
export interface EntryIndex {
  entries: ReadonlyMap<string, Entry>;
  labels: ReadonlyMap<string, string>;
}

/** @param labels of the stream's entries in their order; null when there are none */
export function indexEntries(
  { entries }: StreamSnapshot,
  labels: readonly string[] | null,
): EntryIndex {
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    labels: new Map(labels?.map((label, index) => [entries[index]?.id ?? '', label])),
  };
}
