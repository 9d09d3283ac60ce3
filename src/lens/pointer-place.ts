import { compareIds } from '../../core/lens/compare-ids.ts';
import type { Entry } from '../../core/lens/snapshot.ts';

/** Where a last-delivered id stands among the entries of a strip. */
export interface PointerPlace {
  /** How many of the shown entries are at or before it: it stands right after that many. */
  after: number;
  /** True when it lies among the older entries that are not shown. */
  isBeyond: boolean;
}

/**
 * The place of a group's last-delivered id on a strip.
 * @param entries those that are shown, oldest first
 * @param hidden how many older ones the stream has
 */
export function pointerPlace(
  entries: readonly Entry[],
  hidden: number,
  lastDeliveredId: string,
): PointerPlace {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareIds(entries[middle]?.id ?? '0-0', lastDeliveredId) <= 0) low = middle + 1;
    else high = middle;
  }
  return { after: low, isBeyond: low === 0 && hidden > 0 };
}
