import { compareIds } from './compare-ids.ts';
import type { StreamSnapshot } from './snapshot.ts';

/**
 * True when a key was deleted and made again between two reads. Redis only ever raises the id that
 * it generated last, the number of entries ever added and the largest deleted id, as long as the
 * key lives (XSETID apart); and it cannot show more new entries than it says were added.
 * @param added how many entries the newer snapshot shows that the older one did not have
 */
export function wasRemade(before: StreamSnapshot, after: StreamSnapshot, added: number): boolean {
  if (compareIds(after.lastGeneratedId, before.lastGeneratedId) < 0) return true;
  if (before.entriesAdded !== null && after.entriesAdded !== null) {
    if (after.entriesAdded - before.entriesAdded < added) return true;
  }
  return (
    before.maxDeletedId !== null &&
    after.maxDeletedId !== null &&
    compareIds(after.maxDeletedId, before.maxDeletedId) < 0
  );
}
