import type { FoldOf } from './fold.ts';
import { sayCounts } from './say-counts.ts';
import { entriesIn, shownOf } from './say-entries.ts';
import { consumerIn, nameIn } from './words.ts';

/** The sentence for entries that became pending. */
export function sayDelivered(fold: FoldOf<'delivered'>): string {
  const { first, cause } = fold;
  const { text, pick } = entriesIn(fold);
  const who = consumerIn(first.consumer, first.group);
  const what = `${text} of ${nameIn(first.stream)}`;
  if (cause?.deed.option === 'FORCE') {
    return `${what} ${pick('is', 'are')} pending for ${who} now, because XCLAIM with FORCE makes pending what was not${shownOf(fold)}.`;
  }
  const pending = pick('it is pending until it is', 'they are pending until they are');
  const gave =
    cause === null ? `${who} was given ${what}` : `${cause.deed.command} gave ${who} ${what}`;
  return `${gave}: ${pending} acknowledged${shownOf(fold)}.`;
}

/** The sentence for entries that another consumer has now. */
export function sayClaimed(fold: FoldOf<'claimed'>): string {
  const { first } = fold;
  const subject = entriesIn(fold);
  const { text, pick } = subject;
  const had = `which ${pick('was', 'were')} pending for ${nameIn(first.from)}`;
  const owns = `${consumerIn(first.to, first.group)} now owns ${text} of ${nameIn(first.stream)}, ${had}`;
  return `${owns}: ${sayCounts(fold.changes, subject)}${whyCounts(fold)}${shownOf(fold)}.`;
}

/** The sentence for entries that the same consumer got once more. */
export function sayRedelivered(fold: FoldOf<'redelivered'>): string {
  const { first, cause } = fold;
  const subject = entriesIn(fold);
  const what = `${subject.text} of ${nameIn(first.stream)}`;
  const who = consumerIn(first.consumer, first.group);
  const told =
    cause?.deed.option === 'HISTORY'
      ? `${who} read ${what} again, from what is pending for it`
      : cause?.deed.command.endsWith('CLAIM')
        ? `${who} claimed ${what}, which it owned already`
        : `${what} ${subject.pick('was', 'were')} delivered to ${who} again`;
  return `${told}: ${sayCounts(fold.changes, subject)}${whyCounts(fold)}${shownOf(fold)}.`;
}

/** Why delivery counts have changed as they have. */
function whyCounts({ changes, cause }: FoldOf<'claimed' | 'redelivered'>): string {
  if (cause === null) return '';
  const { command, option } = cause.deed;
  const [first] = changes;
  const hasRisen = first !== undefined && first.row.deliveries > first.deliveries;
  if (option === 'JUSTID' && !hasRisen) {
    return `, because ${command} with JUSTID does not count as a delivery`;
  }
  if (option === 'RETRYCOUNT') return `, because ${command} with RETRYCOUNT sets the count`;
  if (option === 'HISTORY' && hasRisen) {
    return ', because XREADGROUP with an id counts as a delivery, too';
  }
  if (command === 'XREADGROUP') {
    return hasRisen
      ? ', because XREADGROUP delivers anew'
      : ', because XREADGROUP delivers it as if it were new, and counts from 1';
  }
  return hasRisen ? `, because ${command} counts as a delivery` : `, after ${command}`;
}

/** The sentence for rows that left the list of a consumer that is still there. */
export function sayAcknowledged(fold: FoldOf<'acknowledged'>): string {
  const { first, cause } = fold;
  const { text, pick } = entriesIn(fold);
  const who = consumerIn(first.consumer, first.group);
  const what = `${text} of ${nameIn(first.stream)}`;
  const gone = `${pick('is', 'are')} no longer pending for ${who}`;
  return cause === null
    ? `${what} ${pick('was', 'were')} acknowledged, and ${gone}${shownOf(fold)}.`
    : `${what} ${gone}${whyLeft(cause.deed.command, pick('it', 'them'))}${shownOf(fold)}.`;
}

/** The sentence for rows of entries that were deleted before, and that left the list. */
export function sayGhostGone(fold: FoldOf<'ghost-gone'>): string {
  const { first, cause } = fold;
  const { text, pick } = entriesIn(fold);
  const what = `the ${pick('ghost', 'ghosts')} of ${text}`;
  const list = `the pending entries list of ${consumerIn(first.consumer, first.group)}`;
  const why = cause === null ? '' : whyLeft(cause.deed.command, pick('it', 'them'));
  return `In ${nameIn(first.stream)}, ${what} left ${list}${why}${shownOf(fold)}.`;
}

/** Why rows left a pending entries list. */
function whyLeft(command: string, it: string): string {
  switch (command) {
    case 'XACK':
      return `, because XACK acknowledged ${it}`;
    case 'XACKDEL':
      return `, because XACKDEL acknowledged ${it}`;
    case 'XCLAIM':
    case 'XAUTOCLAIM':
      return `, because ${command} drops what the stream does not hold any more`;
    case 'XGROUP DELCONSUMER':
      return ', because XGROUP DELCONSUMER drops what its consumer had pending';
    case 'XGROUP DESTROY':
      return ', because XGROUP DESTROY drops the whole list';
    case 'XNACK':
      return `, because XNACK gave ${it} back`;
    default:
      return `, because ${command} removed ${it} from the list`;
  }
}

/** The sentence for rows that went with their consumer. */
export function sayDropped(fold: FoldOf<'dropped'>): string {
  const { first, cause } = fold;
  const { text, pick } = entriesIn(fold);
  const what = `${text} of ${nameIn(first.stream)} ${pick('is', 'are')} no longer pending`;
  const why =
    cause === null
      ? `its consumer ${consumerIn(first.consumer, first.group)} is gone`
      : `${cause.deed.command} drops what ${consumerIn(first.consumer, first.group)} had pending`;
  return `${what}, because ${why}: nobody can claim ${pick('it', 'them')} any more${shownOf(fold)}.`;
}

/** The sentence for pending rows whose entries are gone. */
export function sayGhostMade(fold: FoldOf<'ghost-made'>): string {
  const { first, cause } = fold;
  const { text, pick } = entriesIn(fold);
  const option = cause?.deed.option;
  const isTrim = option === 'MAXLEN' || option === 'MINID';
  const gone =
    cause === null
      ? pick('is gone', 'are gone')
      : `${pick('was', 'were')} ${isTrim ? 'trimmed' : 'deleted'} by ${cause.deed.command}`;
  const what = `${text} of ${nameIn(first.stream)}`;
  const list = `the pending entries list of ${consumerIn(first.consumer, first.group)}`;
  const stays = `${pick('it stays', 'they stay')} on ${list} as ${pick('a ghost', 'ghosts')}`;
  const rule = `${isTrim ? 'trimming' : 'deleting'} is not acknowledging`;
  return `${what} ${gone}, but ${stays}: ${rule}${shownOf(fold)}.`;
}
