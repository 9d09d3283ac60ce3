/// <reference lib="esnext.disposable" preserve="true" />
import { createClient, type RedisClientOptions } from 'redis';
import type { AnyClient, NodeRedisClient } from './connection/client.ts';
import { connect } from './connection/connect.ts';
import { Connection } from './connection/connection.ts';
import { type ConsumerGroup, makeConsumerGroup } from './group/consumer-group.ts';
import { type AnyKeys, type GroupKeys, type KeyOf, toStartIds } from './group/keys.ts';
import { type Inspect, inspectSymbol, show } from './inspect.ts';
import { Stream } from './stream/stream.ts';
import { makeTimeSeries, type TimeSeries } from './time-series/time-series.ts';

/** What concerns the library and not the client below it. */
export interface DatabaseOptions {
  /** The most blocking reads at the same time, each on a connection of its own. Default 16. */
  readonly maxBlockingReads?: number | undefined;
}

/** What `consumerGroup` and `timeSeries` accept. */
export interface GroupOptions {
  /** The consumer's name. Default: `<group>.c1`. */
  readonly consumer?: string | undefined;
}

/**
 * A connection to Redis, and the way to everything else here.
 *
 * Make one with `await Database.connect()`, and close it when done: `await db.close()`, or
 * `await using db = await Database.connect()`.
 */
export class Database<Client extends AnyClient = NodeRedisClient> implements AsyncDisposable {
  /** The client of node-redis below; every Redis command can be sent with it. */
  readonly client: Client;
  readonly #connection: Connection;
  #owned = false;

  /**
   * Uses a connected client of node-redis (any protocol, modules and type mapping) that somebody
   * else opened, and will close: `close` only closes what this object opened itself. Throws a
   * TypeError when the client has a key prefix, which cannot be told from a key in replies.
   */
  constructor(client: Client, options: DatabaseOptions = {}) {
    if (client.options.keyPrefix) {
      throw new TypeError('A client with a keyPrefix cannot be used: write the keys in full.');
    }
    this.client = client;
    this.#connection = new Connection(client, options.maxBlockingReads);
  }

  /**
   * Connects to Redis: a URL such as `redis://user:password@host:6379/0`, the options of
   * node-redis's `createClient` (its default protocol, RESP 3), or nothing for
   * redis://127.0.0.1:6379.
   *
   * Rejects when there is nobody to connect to. A connection that is lost later is made again by
   * itself; what was waiting for an answer rejects.
   */
  static async connect(
    urlOrOptions: string | RedisClientOptions = {},
    options: DatabaseOptions = {},
  ): Promise<Database> {
    const wanted = typeof urlOrOptions === 'string' ? { url: urlOrOptions } : urlOrOptions;
    const client: NodeRedisClient = createClient({
      ...wanted,
      // node-redis would arm a timer for each command, which makes pipelines several times slower.
      commandOptions: { timeout: 0, ...wanted.commandOptions },
    });
    await connect(client);
    const database = new Database(client, options);
    database.#owned = true;
    return database;
  }

  /**
   * The stream under this key. The names of its fields can be given as a type parameter:
   * `db.stream<'sensor' | 'celsius'>('readings')`. Sends nothing.
   */
  stream<Field extends string = string>(key: string): Stream<Field> {
    return new Stream<Field>(this.#connection, key);
  }

  /**
   * A consumer group over one or more streams, each of which is an attribute: the key `stream-a` is
   * `group.stream_a`. `keys` is a key, a list, or an object of key and start id (default `0-0`).
   * Sends nothing: `create` makes the group.
   *
   * Throws an Error when two keys would have the same attribute, or one would hide a method.
   */
  consumerGroup<const Keys extends GroupKeys, Field extends string = string>(
    name: string,
    keys: Keys,
    options: GroupOptions = {},
  ): ConsumerGroup<KeyOf<Keys>, Field> {
    return makeConsumerGroup(this.#connection, name, toStartIds<Keys>(keys), options.consumer);
  }

  /**
   * A consumer group whose ids are moments: Dates go in and come out, entries are `Message`s, and
   * several streams are read as one. Otherwise as `consumerGroup`.
   */
  timeSeries<const Keys extends AnyKeys, Field extends string = string>(
    name: string,
    keys: Keys,
    options: GroupOptions = {},
  ): TimeSeries<KeyOf<Keys>, Field> {
    const startIds = toStartIds<Keys>(keys);
    return makeTimeSeries(this.#connection, name, startIds, options.consumer);
  }

  /**
   * Closes every connection that this object opened. Reads that still wait reject with a
   * DatabaseClosedError; other commands that were sent are waited for. Closing twice is no error.
   */
  async close(): Promise<void> {
    await this.#connection.blocking.close();
    if (this.#owned && this.client.isOpen) await this.client.close();
  }

  /** `await using db = …` closes the Database at the end of the block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    return show('Database', { isReady: this.client.isReady }, options, inspect);
  }
}
