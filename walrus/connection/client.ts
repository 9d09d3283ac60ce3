import type { RedisClientType } from 'redis';

/** One word of a command. */
export type Argument = string | Buffer;

/** The client of node-redis with its default options. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a name for what is shown on hover
export interface NodeRedisClient extends RedisClientType {}

/**
 * What the library needs of a client, so that it takes any of node-redis: RESP 2 or 3, with or
 * without modules, whatever its type mapping.
 */
export interface AnyClient {
  readonly isOpen: boolean;
  readonly isReady: boolean;
  readonly options: {
    keyPrefix?: string | Buffer;
    commandOptions?: object;
    socket?: object;
  };
  connect(): Promise<unknown>;
  close(): Promise<void>;
  destroy(): void;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  sendCommand<T>(args: readonly Argument[]): Promise<T>;
  withTypeMapping(mapping: object): AnyClient;
  duplicate(overrides?: object): AnyClient;
}
