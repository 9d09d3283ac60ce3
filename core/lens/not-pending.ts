import { compareIds } from './compare-ids.ts';
import type { Group } from './snapshot.ts';

/**
 * Tells of an id that no consumer of the group shows whether it certainly is not pending: every
 * consumer is shown, and no consumer's list is cut before the id (lists hold the oldest ids).
 */
export function certainlyNotPending({ consumers, omitted }: Group): (id: string) => boolean {
  if (omitted > 0) return () => false;
  let knownTo: string | null = null;
  for (const { pending, pendingCount } of consumers) {
    if (pending.length >= pendingCount) continue;
    const last = pending.at(-1);
    if (last === undefined) return () => false;
    if (knownTo === null || compareIds(last.id, knownTo) < 0) knownTo = last.id;
  }
  return (id) => knownTo === null || compareIds(id, knownTo) <= 0;
}
