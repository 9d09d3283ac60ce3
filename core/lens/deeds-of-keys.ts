import type { SentCommand } from '../session/command.ts';
import type { ToldChange } from './change.ts';
import { deed, type Deed, type ToldKind } from './deed.ts';
import { upper } from './deeds-of-entries.ts';

/** All that can be told when another stream takes the place of a key. */
const EVERYTHING: Record<ToldChange['kind'], true> = {
  'stream-made': true,
  'stream-gone': true,
  'expiry-changed': true,
  'entry-added': true,
  'entry-removed': true,
  'group-made': true,
  'group-destroyed': true,
  'group-moved': true,
  'consumer-appeared': true,
  'consumer-removed': true,
  delivered: true,
  claimed: true,
  redelivered: true,
  acknowledged: true,
  dropped: true,
  'ghost-made': true,
  'ghost-gone': true,
};
const isKind = (kind: string): kind is ToldKind => kind in EVERYTHING;
const ALL_KINDS: readonly ToldKind[] = Object.keys(EVERYTHING).filter(isKind);

/** DEL, UNLINK key … */
export function deedsOfDel({ args }: SentCommand): Deed[] {
  return [deed(upper(args[0]), ['stream-gone'], args.slice(1))];
}

/** FLUSHDB, FLUSHALL */
export function deedsOfFlush({ args }: SentCommand): Deed[] {
  return [deed(upper(args[0]), ['stream-gone'], null)];
}

/** EXPIRE, PEXPIRE, EXPIREAT, PEXPIREAT key …; a time that is over deletes at once. */
export function deedsOfExpire({ args }: SentCommand): Deed[] {
  return [deed(upper(args[0]), ['expiry-changed', 'stream-gone'], args.slice(1, 2))];
}

/** PERSIST key */
export function deedsOfPersist({ args }: SentCommand): Deed[] {
  return [deed('PERSIST', ['expiry-changed'], args.slice(1, 2))];
}

/** RENAME, RENAMENX key new-key */
export function deedsOfRename({ args }: SentCommand): Deed[] {
  const command = upper(args[0]);
  return [
    deed(command, ['stream-gone'], args.slice(1, 2), { option: 'FROM' }),
    deed(command, ALL_KINDS, args.slice(2, 3)),
  ];
}

/** COPY source destination …; its destination may be another database. */
export function deedsOfCopy({ args }: SentCommand): Deed[] {
  return [deed('COPY', ALL_KINDS, args.slice(2, 3))];
}

/** RESTORE key …, MOVE key database */
export function deedsOfRestore({ args }: SentCommand): Deed[] {
  return [deed(upper(args[0]), ALL_KINDS, args.slice(1, 2))];
}

/** SORT key … STORE destination; before it may stand BY pattern, LIMIT offset count, GET pattern. */
export function deedsOfSort({ args }: SentCommand): Deed[] {
  for (let at = 2; at < args.length; at++) {
    const word = upper(args[at]);
    if (word === 'STORE') return overwriting('SORT', args.slice(at + 1, at + 2));
    if (word === 'BY' || word === 'GET') at += 1;
    if (word === 'LIMIT') at += 2;
  }
  return [];
}

/** MSET key value … */
export function deedsOfMset({ args }: SentCommand): Deed[] {
  return overwriting(
    'MSET',
    args.filter((_, i) => i % 2 === 1),
  );
}

/** Commands that write over a value of any type, at the argument where their destination stands. */
export function deedsOfOverwriting(at: number): (command: SentCommand) => Deed[] {
  return ({ args }) => overwriting(upper(args[0]), args.slice(at, at + 1));
}

function overwriting(command: string, keys: string[]): Deed[] {
  return [deed(command, ['stream-gone'], keys, { option: 'OVERWRITE' })];
}
