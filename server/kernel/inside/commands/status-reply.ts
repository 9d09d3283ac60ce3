/** Commands that are answered with a status: OK, PONG, the type of a key. */
const ANSWER_STATUS = new Set([
  'AUTH',
  'CLIENT',
  'CONFIG',
  'DISCARD',
  'FLUSHALL',
  'FLUSHDB',
  'HMSET',
  'LSET',
  'LTRIM',
  'MSET',
  'MULTI',
  'PFMERGE',
  'PING',
  'PSETEX',
  'QUIT',
  'RENAME',
  'RESET',
  'SELECT',
  'SET',
  'SETEX',
  'TYPE',
  'UNWATCH',
  'WATCH',
  'XGROUP',
  'XSETID',
]);

/**
 * True when a string that this command is answered with is a status, not a value. node-redis reads
 * both into the same strings, so it is known by the command.
 */
export function answersStatus(args: readonly string[], reply: unknown): boolean {
  if (typeof reply !== 'string') return false;
  const name = args[0]?.toUpperCase() ?? '';
  if (!ANSWER_STATUS.has(name)) return false;
  if (name === 'PING') return args.length === 1;
  if (name === 'CLIENT') return reply === 'OK';
  if (name === 'SET') return !args.slice(3).some((arg) => arg.toUpperCase() === 'GET');
  return true;
}
