import type { Account } from '../state/lens.svelte.ts';

/** Keys of the streams that a cell has changed, in the order in which its changes tell them. */
export function touchedKeys(account: Account | null): string[] {
  return [...new Set(account?.changes.map(({ stream }) => stream))];
}
