import type { FoldOf } from './fold.ts';
import { momentIn, nameIn } from './words.ts';

/** The sentence for a key that is there now. */
export function sayStreamMade({ first, cause }: FoldOf<'stream-made'>): string {
  const stream = nameIn(first.stream);
  if (cause === null) return `The stream ${stream} is there now.`;
  const { command, option } = cause.deed;
  if (command === 'XADD') {
    return `The stream ${stream} was made by XADD, because the key did not exist yet.`;
  }
  if (option === 'MKSTREAM') {
    return `The stream ${stream} was made without an entry, because ${command} had the option MKSTREAM.`;
  }
  return `The stream ${stream} was put there by ${command}.`;
}

/** The sentence for a key that is gone. */
export function sayStreamGone({ first, cause }: FoldOf<'stream-gone'>): string {
  const gone = `The stream ${nameIn(first.stream)} is gone, with its entries and its groups`;
  if (cause === null) {
    return first.why === 'expired'
      ? `${gone}: its time to live was over.`
      : `${gone}: its key was deleted.`;
  }
  const { command, option } = cause.deed;
  if (option === 'FROM') {
    return `The key ${nameIn(first.stream)} is gone, because ${command} gave its stream another name.`;
  }
  if (command.includes('EXPIRE')) {
    return `${gone}, because the time to live that ${command} gave it was over.`;
  }
  if (command.startsWith('FLUSH')) return `${gone}, because ${command} deletes every key.`;
  if (command === 'DEL' || command === 'UNLINK')
    return `${gone}, because ${command} deleted the key.`;
  if (command === 'MOVE') return `${gone}, because MOVE took it to another database.`;
  return `${gone}, because ${command} wrote something else in its place.`;
}

/** The sentence for another time to live. */
export function sayExpiry({ first, cause }: FoldOf<'expiry-changed'>): string {
  const stream = nameIn(first.stream);
  const command = cause?.deed.command;
  if (first.to === null) {
    const why = command === undefined ? '' : `, because ${command} took its time to live away`;
    return `The stream ${stream} will not expire any more${why}.`;
  }
  const why = command === undefined ? '' : `, because ${command} set its time to live`;
  return `The stream ${stream} will expire at ${momentIn(first.to)}${why}.`;
}
