import { shortText, type Argument } from './argument-text.ts';

/** Commands whose second word belongs to their name: the key comes after it. */
const CONTAINERS = new Set([
  'ACL',
  'CLIENT',
  'COMMAND',
  'CONFIG',
  'MEMORY',
  'OBJECT',
  'PUBSUB',
  'XGROUP',
  'XINFO',
]);

/**
 * Which arguments must be the same for two commands to share a row: the name and the first key, and
 * for XREADGROUP the group and the consumer too.
 */
export function foldPositions(args: readonly Argument[]): number[] {
  const name = shortText(args[0])?.toUpperCase() ?? '';
  if (CONTAINERS.has(name)) return [0, 1, 2];
  if (name === 'XREAD') return [0, streamsPosition(args, 1) + 1];
  if (name === 'XREADGROUP') return [0, 2, 3, streamsPosition(args, 4) + 1];
  if (name === 'BLMPOP' || name === 'BZMPOP') return [0, 3];
  if (name === 'LMPOP' || name === 'ZMPOP') return [0, 2];
  return [0, 1];
}

function streamsPosition(args: readonly Argument[], from: number): number {
  return args.findIndex((arg, at) => at >= from && shortText(arg)?.toUpperCase() === 'STREAMS');
}
