import { compareIds } from './compare-ids.ts';
import type { FoldOf } from './fold.ts';
import { consumerIn, nameIn } from './words.ts';

/** The sentence for a group that is there now. */
export function sayGroupMade({ first, cause }: FoldOf<'group-made'>): string {
  const { lastDeliveredId } = first;
  const where = `The group ${nameIn(first.group)} of ${nameIn(first.stream)}`;
  const by = cause === null ? 'is there now' : `was made by ${cause.deed.command}`;
  // Not where it begins: it may have been moved since, or have delivered something.
  const next =
    lastDeliveredId === '0-0'
      ? 'the first entry of the stream'
      : `the entries after ${lastDeliveredId}`;
  return `${where} ${by}: it delivers ${next} next.`;
}

/** The sentence for a group that is gone. */
export function sayGroupDestroyed({ first, cause }: FoldOf<'group-destroyed'>): string {
  const where = `The group ${nameIn(first.group)} of ${nameIn(first.stream)}`;
  const by = cause === null ? '' : ` by ${cause.deed.command}`;
  return `${where} was destroyed${by}, with its consumers and its pending entries list; that deletes no entry.`;
}

/** The sentence for another last-delivered id. */
export function sayMoved({ first, cause }: FoldOf<'group-moved'>): string {
  const { from, to } = first;
  const back = compareIds(to, from) < 0 ? ' back' : '';
  const moved = `${nameIn(first.group)} moved its last-delivered id in ${nameIn(first.stream)}${back} to ${to}`;
  if (cause === null) return `${moved}; it was ${from}.`;
  const { command, option } = cause.deed;
  switch (command) {
    case 'XREADGROUP':
      return option === 'NOACK'
        ? `${moved}, because XREADGROUP delivered up to there; with NOACK, nothing of it is pending.`
        : `${moved}, because XREADGROUP delivered up to there.`;
    case 'XGROUP SETID':
      return `${moved}, because XGROUP SETID set it: no entry was delivered or lost.`;
    case 'XCLAIM':
      return `${moved}, because XCLAIM with LASTID set it.`;
    case 'XGROUP CREATE':
      return `${moved}, because it was destroyed and made again by XGROUP CREATE.`;
    default:
      return `${moved}, because ${command} put another stream in its place.`;
  }
}

/** The sentence for a consumer that is there now. */
export function sayAppeared({ first, cause }: FoldOf<'consumer-appeared'>): string {
  const who = consumerIn(first.consumer, first.group);
  const stream = nameIn(first.stream);
  if (cause === null) return `The consumer ${who} is there now in ${stream}.`;
  const { command } = cause.deed;
  return command === 'XREADGROUP' || command === 'XCLAIM' || command === 'XAUTOCLAIM'
    ? `The consumer ${who} appeared in ${stream}, because ${command} makes a consumer by itself when it does not exist yet.`
    : `The consumer ${who} was made in ${stream} by ${command}.`;
}

/** The sentence for a consumer that is gone. */
export function sayConsumerRemoved({ first, cause }: FoldOf<'consumer-removed'>): string {
  const who = consumerIn(first.consumer, first.group);
  const by = cause === null ? '' : ` by ${cause.deed.command}`;
  return `The consumer ${who} was removed from ${nameIn(first.stream)}${by}.`;
}
