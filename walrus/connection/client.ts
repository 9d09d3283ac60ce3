import type { RedisClientType } from 'redis';

/** The client of node-redis on which everything here stands. */
export type Client = RedisClientType;

/** One word of a command. */
export type Argument = string | Buffer;
