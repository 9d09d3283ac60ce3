import type { Change } from './change.ts';
import type { StreamSnapshot } from './snapshot.ts';

/**
 * Why a stream is not in a newer snapshot. Redis removes a key once its time has come; a snapshot
 * that omits streams may only have no room for it.
 * @param at when the newer snapshot was read, Unix time in ms
 */
export function whyGone(
  { expiresAt }: StreamSnapshot,
  at: number,
  mayBeHidden: boolean,
): Extract<Change, { kind: 'stream-gone' }>['why'] {
  // Its time may have been put off, or taken away, before it came.
  if (mayBeHidden) return 'hidden';
  return expiresAt !== null && expiresAt <= at ? 'expired' : 'deleted';
}
