/** Calls of a `Database` that name keys, and which argument does. */
export const KEYS_OF_DATABASE: ReadonlyMap<string, number> = new Map([
  ['stream', 0],
  ['consumerGroup', 1],
  ['timeSeries', 1],
]);

/** Calls of the library's streams and groups that change what is in Redis. */
export const LIBRARY_WRITES: ReadonlySet<string> = new Set([
  'ack',
  'add',
  'autoclaim',
  'claim',
  'clear',
  'create',
  'delete',
  'deleteConsumer',
  'destroy',
  'expire',
  'reset',
  'setId',
  'trim',
]);

/** Calls of node-redis that change what is in Redis, under the keys of their first argument. */
export const CLIENT_WRITES: ReadonlySet<string> = new Set([
  ...['append', 'decr', 'decrBy', 'incr', 'incrBy', 'incrByFloat', 'mSet', 'set', 'setEx', 'setNX'],
  ...['del', 'expire', 'expireAt', 'getDel', 'pExpire', 'persist', 'rename', 'unlink'],
  ...['hDel', 'hIncrBy', 'hSet', 'hSetNX', 'sAdd', 'sMove', 'sPop', 'sRem', 'pfAdd', 'geoAdd'],
  ...['lPop', 'lPush', 'lRem', 'lSet', 'lTrim', 'rPop', 'rPush', 'zAdd', 'zIncrBy', 'zRem'],
  ...['xAck', 'xAdd', 'xAutoClaim', 'xClaim', 'xDel', 'xGroupCreate', 'xGroupCreateConsumer'],
  ...['xGroupDelConsumer', 'xGroupDestroy', 'xGroupSetId', 'xSetId', 'xTrim'],
]);
