import type { ToldChange } from './change.ts';
import { idOf, ownerOf } from './change-parts.ts';
import type { Deed } from './deed.ts';

/** A deed, and what is known of the command that did it. */
export interface Clue {
  deed: Deed;
  /** Ids that its reply mentions. */
  mentioned: ReadonlySet<string>;
  /** True when arguments of the command may be cut. */
  isCut: boolean;
  /** True when the command itself is not kept, only counted with others of its row. */
  isCounted: boolean;
}

/** How well a deed explains a change of its kind: 0 not at all; the more, the better. */
export function fitOf(change: ToldChange, { deed, mentioned, isCut, isCounted }: Clue): number {
  const { keys, group, consumer, ids } = deed;
  const isNamed = (name: string, told: string) => name === told || (isCut && isCutOf(name, told));
  if (keys !== null && !keys.some((key) => isNamed(key, change.stream))) return 0;
  if ('group' in change && group !== null && !isNamed(group, change.group)) return 0;
  const owner = ownerOf(change);
  if (owner !== null && consumer !== null && !isNamed(consumer, owner)) return 0;
  // Of a group that moved, the id that a command names is the one it moved to.
  const told = change.kind === 'group-moved' ? change.to : idOf(change);
  // An empty id stands for entries that the lens does not show.
  const id = told === '' ? null : told;
  if (id !== null && ids !== null && !ids.has(id)) return 0;
  const namesIt = id !== null && (ids !== null || mentioned.has(id));
  return 1 + (isCounted ? 0 : 1) + (isLikely(change, deed) ? 2 : 0) + (namesIt ? 4 : 0);
}

/**
 * False where a deed explains a change only in want of a better one. Two snapshots cannot always
 * tell trimming from deleting; a row may leave a list because its entry was deleted and claimed;
 * a group or a consumer that was removed and made again within a run looks as if it had stayed.
 */
function isLikely(change: ToldChange, { command, option }: Deed): boolean {
  switch (change.kind) {
    case 'entry-removed':
      return (option === 'MAXLEN' || option === 'MINID') === (change.why === 'trimmed');
    case 'stream-gone':
      return command.includes('EXPIRE') === (change.why === 'expired');
    case 'acknowledged':
      return command === 'XACK' || command === 'XACKDEL';
    case 'group-moved':
      return command !== 'XGROUP CREATE';
    case 'consumer-removed':
    case 'dropped':
      return command === 'XGROUP DELCONSUMER';
    default:
      return true;
  }
}

/** True when `name` may be what is left of `told` after it was cut. */
function isCutOf(name: string, told: string): boolean {
  return name.endsWith('…') && told.startsWith(name.slice(0, -1));
}
