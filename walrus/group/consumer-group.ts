import type { Connection } from '../connection/connection.ts';
import { asNumber } from '../connection/reply.ts';
import { type EntryRef, idOf } from '../entry/entry-id.ts';
import { type Inspect, inspectSymbol, show } from '../inspect.ts';
import type { StreamInfo } from '../stream/info.ts';
import { type StreamEntries, toStreams } from '../stream/streams-reply.ts';
import { type AttributeName, attributeNames } from './attribute-name.ts';
import { ConsumerGroupStream } from './consumer-group-stream.ts';
import { createGroup } from './create-group.ts';
import { ensureKeyExists } from './ensure-key-exists.ts';
import type { CreateOptions, GroupReadOptions } from './group-options.ts';
import { keyRecord } from './key-record.ts';
import { claimFeature, readGroupArguments } from './read-group-arguments.ts';

/** A group's streams as attributes: `group.stream_a` for the key `stream-a`. */
export type StreamAttributes<Key extends string, Attribute> = {
  readonly [K in Key as AttributeName<K>]: Attribute;
};

/** Everything of a consumer group but the attributes named after its keys. */
export class ConsumerGroupMembers<Key extends string = string, Field extends string = string> {
  /** The name of the group, the same on every stream. */
  readonly name: string;
  /** Each key with the id from which on `create` lets the group read. */
  readonly keys: Readonly<Record<Key, string>>;
  /** Who reads, claims and holds entries through this object. */
  readonly consumerName: string;
  /** Each key's stream, as this consumer sees it. */
  readonly streams: Readonly<Record<Key, ConsumerGroupStream<Field>>>;
  readonly #connection: Connection;
  readonly #startIds: ReadonlyMap<Key, string>;

  constructor(
    connection: Connection,
    name: string,
    startIds: ReadonlyMap<Key, string>,
    consumerName = `${name}.c1`,
  ) {
    this.#connection = connection;
    this.#startIds = startIds;
    this.name = name;
    this.consumerName = consumerName;
    this.keys = Object.freeze(keyRecord(startIds));
    const streams = [...startIds].map(
      ([key, startId]) =>
        [
          key,
          new ConsumerGroupStream<Field>(connection, name, key, consumerName, startId),
        ] as const,
    );
    this.streams = Object.freeze(keyRecord(streams));
    const attributes = attributeNames(startIds.keys(), this);
    for (const [key, stream] of streams) {
      Object.defineProperty(this, attributes.get(key) ?? key, { value: stream, enumerable: true });
    }
  }

  /**
   * Makes the group on every stream (XGROUP CREATE) and tells for each key whether it is new: false
   * means that the group was there already, and is left as it is. By default a missing key is made
   * first, by an entry with the id `0-1` that is deleted at once (EXISTS, XADD, XDEL).
   *
   * Rejects when a key holds something other than a stream, which is never touched; no group has
   * been made then.
   */
  async create({ ensureKeysExist = true, makeStream = false }: CreateOptions = {}): Promise<
    Record<Key, boolean>
  > {
    if (ensureKeysExist) {
      for (const key of this.#startIds.keys()) await ensureKeyExists(this.#connection, key);
    }
    return this.#each((key, startId) =>
      createGroup(this.#connection, this.name, key, startId, makeStream),
    );
  }

  /**
   * The next entries of every stream that no consumer of the group got so far (XREADGROUP … >), for
   * each stream that has some; `count` applies to each stream. They are pending until acknowledged.
   */
  async read(options: GroupReadOptions = {}): Promise<StreamEntries<Key, Field>[]> {
    const consumer = options.consumer ?? this.consumerName;
    const args = readGroupArguments(this.name, consumer, options);
    const keys = [...this.#startIds.keys()];
    args.push('STREAMS', ...keys, ...keys.map(() => '>'));
    return toStreams<Key, Field>(await this.#connection.read(args, options, claimFeature(options)));
  }

  /**
   * Sets the id after which the group goes on reading, on every stream (XGROUP SETID): `$` skips
   * what is there, `0-0` reads everything again. What is pending stays pending.
   */
  setId(id: EntryRef = '$'): Promise<Record<Key, string>> {
    return this.#each((key) => this.streams[key].setId(idOf(id)));
  }

  /** Lets the group read every stream from its beginning again: `setId('0-0')`. */
  reset(): Promise<Record<Key, string>> {
    return this.setId('0-0');
  }

  /**
   * Removes the group with its pending entries lists from every stream (XGROUP DESTROY); false where
   * there was no such group. The entries stay. Rejects when a key does not exist.
   */
  destroy(): Promise<Record<Key, boolean>> {
    return this.#each(async (key) => {
      const reply = await this.#connection.send(['XGROUP', 'DESTROY', key, this.name]);
      return asNumber(reply) === 1;
    });
  }

  /** The same group as another consumer. Redis learns of it with its first read or claim. */
  consumer(name: string): ConsumerGroup<Key, Field> {
    return makeConsumerGroup<Key, Field>(this.#connection, this.name, this.#startIds, name);
  }

  /** What the server tells about each stream (XINFO STREAM). */
  streamInfo(): Promise<Record<Key, StreamInfo>> {
    return this.#each((key) => this.streams[key].info());
  }

  async #each<T>(work: (key: Key, startId: string) => Promise<T>): Promise<Record<Key, T>> {
    const pairs: (readonly [Key, T])[] = [];
    for (const [key, startId] of this.#startIds) pairs.push([key, await work(key, startId)]);
    return keyRecord(pairs);
  }

  [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    const { name, consumerName } = this;
    const keys = Object.keys(this.keys);
    return show('ConsumerGroup', { name, consumerName, keys }, options, inspect);
  }
}

/**
 * A consumer group over one or more streams, as one of its consumers: each entry goes to one
 * consumer, and stays pending until that one acknowledges it. `Database.consumerGroup` makes one.
 */
export type ConsumerGroup<
  Key extends string = string,
  Field extends string = string,
> = ConsumerGroupMembers<Key, Field> & StreamAttributes<Key, ConsumerGroupStream<Field>>;
export const ConsumerGroup = ConsumerGroupMembers;

/** The constructor defined them; the compiler cannot see that. */
function assertAttributes<Key extends string, Field extends string>(
  group: ConsumerGroupMembers<Key, Field>,
): asserts group is ConsumerGroup<Key, Field> {
  attributeNames(Object.keys(group.keys), {});
}

/** A consumer group with its streams as attributes. Throws when two keys claim one attribute. */
export function makeConsumerGroup<Key extends string, Field extends string>(
  connection: Connection,
  name: string,
  startIds: ReadonlyMap<Key, string>,
  consumerName?: string,
): ConsumerGroup<Key, Field> {
  const group: ConsumerGroupMembers<Key, Field> = new ConsumerGroupMembers<Key, Field>(
    connection,
    name,
    startIds,
    consumerName,
  );
  assertAttributes(group);
  return group;
}
