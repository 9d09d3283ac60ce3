import type { LensSnapshot } from '../../core/lens/snapshot.ts';

const cache = new WeakMap<LensSnapshot, ReadonlySet<string>>();

/** Ids of all entries and pending rows of a snapshot; made once for each. */
export function knownIds(snapshot: LensSnapshot): ReadonlySet<string> {
  const known = cache.get(snapshot) ?? collect(snapshot);
  cache.set(snapshot, known);
  return known;
}

function collect({ streams }: LensSnapshot): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { entries, groups } of streams) {
    for (const { id } of entries) ids.add(id);
    for (const { consumers } of groups) {
      for (const { pending } of consumers) for (const { id } of pending) ids.add(id);
    }
  }
  return ids;
}
