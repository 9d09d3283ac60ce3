import type { EntryState } from './entry-state.ts';

const PLACES = {
  there: 'in the stream',
  gone: 'not in the stream',
  hidden: 'among the oldest entries of the stream, which the lens does not show',
} as const;

/**
 * An entry's state in a few words that can follow a colon:
 * `in the stream; pending of cg-abc.c2 in cg-abc, delivered twice`.
 * @param acknowledgedIn names of groups in which it is known to have been acknowledged
 */
export function describeEntryState(
  { place, holders, passedBy, aheadOf }: EntryState,
  acknowledgedIn: readonly string[] = [],
): string {
  const words: string[] = [PLACES[place]];
  for (const { group, consumer, deliveries } of holders) {
    words.push(`pending of ${consumer} in ${group}, delivered ${times(deliveries)}`);
  }
  for (const group of passedBy) {
    if (acknowledgedIn.includes(group)) words.push(`acknowledged in ${group}`);
    else if (place !== 'gone') words.push(`not pending in ${group}, which is past it`);
  }
  // An entry that is gone will not be delivered.
  if (place !== 'gone') {
    words.push(...aheadOf.map((group) => `not yet delivered to ${group}`));
  }
  return words.join('; ');
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count.toLocaleString('en')} times`;
}
