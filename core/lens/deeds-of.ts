import type { SentCommand } from '../session/command.ts';
import type { Deed } from './deed.ts';
import * as entries from './deeds-of-entries.ts';
import * as groups from './deeds-of-groups.ts';
import * as keys from './deeds-of-keys.ts';

const PARSERS = new Map<string, (command: SentCommand) => Deed[]>([
  ['XADD', entries.deedsOfXadd],
  ['XTRIM', entries.deedsOfXtrim],
  ['XDEL', entries.deedsOfXdel],
  ['XDELEX', entries.deedsOfXdelex],
  ['XACKDEL', entries.deedsOfXackdel],
  ['XGROUP', groups.deedsOfXgroup],
  ['XREADGROUP', groups.deedsOfXreadgroup],
  ['XACK', groups.deedsOfXack],
  ['XNACK', groups.deedsOfXnack],
  ['XCLAIM', groups.deedsOfXclaim],
  ['XAUTOCLAIM', groups.deedsOfXautoclaim],
  ['DEL', keys.deedsOfDel],
  ['UNLINK', keys.deedsOfDel],
  ['FLUSHDB', keys.deedsOfFlush],
  ['FLUSHALL', keys.deedsOfFlush],
  ['EXPIRE', keys.deedsOfExpire],
  ['PEXPIRE', keys.deedsOfExpire],
  ['EXPIREAT', keys.deedsOfExpire],
  ['PEXPIREAT', keys.deedsOfExpire],
  ['PERSIST', keys.deedsOfPersist],
  ['RENAME', keys.deedsOfRename],
  ['RENAMENX', keys.deedsOfRename],
  ['COPY', keys.deedsOfCopy],
  ['RESTORE', keys.deedsOfRestore],
  ['MOVE', keys.deedsOfRestore],
  ['SORT', keys.deedsOfSort],
  ['MSET', keys.deedsOfMset],
  ...['SET', 'SETEX', 'PSETEX', 'SUNIONSTORE', 'SINTERSTORE', 'SDIFFSTORE', 'ZUNIONSTORE'].map(
    (name) => [name, keys.deedsOfOverwriting(1)] as const,
  ),
  ...['ZINTERSTORE', 'ZDIFFSTORE', 'ZRANGESTORE', 'GEOSEARCHSTORE'].map(
    (name) => [name, keys.deedsOfOverwriting(1)] as const,
  ),
  ['BITOP', keys.deedsOfOverwriting(2)],
]);

/** Commands whose reply 0 says that they did nothing. */
const ZERO_IS_NOTHING = new Set(
  'XACK XDEL XTRIM DEL UNLINK EXPIRE PEXPIRE EXPIREAT PEXPIREAT PERSIST COPY RENAMENX MOVE'.split(
    ' ',
  ),
);
const ZERO_IS_NOTHING_IN_XGROUP = new Set(['DESTROY', 'CREATECONSUMER']);

/**
 * What a command may have done to streams; nothing for one that failed, whose reply says that it
 * found nothing to do, or that only reads. A reply that is still awaited leaves all possible: the
 * command may have had its effect already.
 */
export function deedsOf(command: SentCommand): Deed[] {
  if (command.failed || didNothing(command)) return [];
  const deeds = PARSERS.get(entries.upper(command.args[0]))?.(command) ?? [];
  // Arguments of a cut command are not all there, so it may be about other entries, too; but XADD
  // names its entry before the fields, or in the reply.
  const mayBeMore = command.isCut && entries.upper(command.args[0]) !== 'XADD';
  return mayBeMore ? deeds.map((deed) => ({ ...deed, ids: null })) : deeds;
}

function didNothing({ args, reply }: SentCommand): boolean {
  const name = entries.upper(args[0]);
  if (name === 'XADD') return groups.isNil(reply);
  if (reply !== '(integer) 0') return false;
  if (name === 'XGROUP') return ZERO_IS_NOTHING_IN_XGROUP.has(entries.upper(args[1]));
  return ZERO_IS_NOTHING.has(name);
}
