import type { RedisAddress } from '../kernel/command-line.ts';

/** Commands that a learner may use: data, and what a client needs to connect. Nothing that reaches out of Redis. */
const LEARNER_RULES =
  '~* &* -@all +@read +@write +@keyspace +@string +@hash +@list +@set +@sortedset +@bitmap ' +
  '+@hyperloglog +@geo +@stream +@pubsub +@blocking +@transaction +@connection -@admin ' +
  '-@dangerous -@scripting -wait -client|reply -client|no-evict -asking -readonly -readwrite ' +
  '+info +flushdb +flushall +sort_ro +role +time +acl|whoami +memory|usage +object ' +
  '+command +client|list';

export interface RedisSettings {
  listen: RedisAddress;
  /** Of the server's own user and of the learner's, both random. */
  passwords: { admin: string; learner: string };
  memoryMb: number;
}

export const ADMIN = 'streambook';
export const LEARNER = 'learner';

/**
 * The configuration of a learner's Redis, for its standard input: nothing on disk, memory and
 * clients bounded, two users and no default one.
 */
export function redisSettings({ listen, passwords, memoryMb }: RedisSettings): string {
  return `${[
    ...('port' in listen
      ? [`port ${listen.port}`, 'bind 127.0.0.1']
      : ['port 0', `unixsocket ${listen.path}`, 'unixsocketperm 700']),
    'save ""',
    'appendonly no',
    'databases 4',
    `maxmemory ${memoryMb}mb`,
    'maxmemory-policy noeviction',
    'maxmemory-clients 8mb',
    // Every run of a cell that connects leaves a connection behind.
    'maxclients 100',
    'hz 5',
    'proto-max-bulk-len 1mb',
    'client-query-buffer-limit 2mb',
    'client-output-buffer-limit normal 4mb 2mb 10',
    'client-output-buffer-limit pubsub 4mb 2mb 10',
    'enable-protected-configs no',
    'enable-debug-command no',
    'enable-module-command no',
    'user default off',
    `user ${ADMIN} on >${passwords.admin} ~* &* +@all`,
    `user ${LEARNER} on >${passwords.learner} ${LEARNER_RULES}`,
  ].join('\n')}\n`;
}
