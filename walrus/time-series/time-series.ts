import type { Connection } from '../connection/connection.ts';
import { compareIds } from '../entry/entry-id.ts';
import { attributeNames } from '../group/attribute-name.ts';
import { ConsumerGroupMembers, type StreamAttributes } from '../group/consumer-group.ts';
import type { CreateOptions, GroupReadOptions } from '../group/group-options.ts';
import { keyRecord } from '../group/key-record.ts';
import { type Inspect, inspectSymbol, show } from '../inspect.ts';
import type { StreamInfo } from '../stream/info.ts';
import { Message } from './message.ts';
import { type TimeId, timeIdToText } from './time-id.ts';
import { TimeSeriesStream } from './time-series-stream.ts';

/** Everything of a time series but the attributes named after its keys. */
export class TimeSeriesMembers<Key extends string = string, Field extends string = string> {
  /** Each key's stream, as this consumer sees it. */
  readonly streams: Readonly<Record<Key, TimeSeriesStream<Field, Key>>>;
  readonly #connection: Connection;
  readonly #startIds: ReadonlyMap<Key, string>;
  readonly #group: ConsumerGroupMembers<Key, Field>;

  constructor(
    connection: Connection,
    name: string,
    startIds: ReadonlyMap<Key, string>,
    consumerName?: string,
  ) {
    this.#connection = connection;
    this.#startIds = startIds;
    this.#group = new ConsumerGroupMembers<Key, Field>(connection, name, startIds, consumerName);
    const streams = [...startIds.keys()].map(
      (key) => [key, new TimeSeriesStream<Field, Key>(this.#group.streams[key], key)] as const,
    );
    this.streams = Object.freeze(keyRecord(streams));
    const attributes = attributeNames(startIds.keys(), this);
    for (const [key, stream] of streams) {
      Object.defineProperty(this, attributes.get(key) ?? key, { value: stream, enumerable: true });
    }
  }

  /** The name of the group. */
  get name(): string {
    return this.#group.name;
  }

  /** Each key with the id from which on `create` lets the group read. */
  get keys(): Readonly<Record<Key, string>> {
    return this.#group.keys;
  }

  /** Who reads, claims and holds entries through this object. */
  get consumerName(): string {
    return this.#group.consumerName;
  }

  /** Makes the group on every stream; see `ConsumerGroup.create`. */
  create(options?: CreateOptions): Promise<Record<Key, boolean>> {
    return this.#group.create(options);
  }

  /**
   * The next messages of all streams (XREADGROUP … >) as one list in the order of their ids, which
   * is the order of time; messages with equal ids stand in the order of the keys. `count` applies to
   * each stream. They are pending until acknowledged.
   */
  async read(options?: GroupReadOptions): Promise<Message<Field, Key>[]> {
    const streams = await this.#group.read(options);
    const messages = streams.flatMap(({ name, messages }) =>
      messages.map((entry) => new Message<Field, Key>(name, entry)),
    );
    return streams.length < 2 ? messages : messages.sort((a, b) => compareIds(a.id, b.id));
  }

  /** Sets where the group goes on reading every stream; see `TimeSeriesStream.setId`. */
  setId(id: TimeId = '$'): Promise<Record<Key, string>> {
    return this.#group.setId(timeIdToText(id));
  }

  /** Lets the group read every stream from its beginning again. */
  reset(): Promise<Record<Key, string>> {
    return this.#group.reset();
  }

  /** Removes the group from every stream; see `ConsumerGroup.destroy`. */
  destroy(): Promise<Record<Key, boolean>> {
    return this.#group.destroy();
  }

  /** The same time series as another consumer. */
  consumer(name: string): TimeSeries<Key, Field> {
    return makeTimeSeries<Key, Field>(this.#connection, this.name, this.#startIds, name);
  }

  /** What the server tells about each stream (XINFO STREAM). */
  streamInfo(): Promise<Record<Key, StreamInfo>> {
    return this.#group.streamInfo();
  }

  [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    const { name, consumerName } = this;
    const keys = Object.keys(this.keys);
    return show('TimeSeries', { name, consumerName, keys }, options, inspect);
  }
}

/**
 * A consumer group over streams whose ids are moments: Dates go in and come out, entries are
 * `Message`s. `Database.timeSeries` makes one.
 */
export type TimeSeries<
  Key extends string = string,
  Field extends string = string,
> = TimeSeriesMembers<Key, Field> & StreamAttributes<Key, TimeSeriesStream<Field, Key>>;
export const TimeSeries = TimeSeriesMembers;

/** The constructor defined them; the compiler cannot see that. */
function assertAttributes<Key extends string, Field extends string>(
  series: TimeSeriesMembers<Key, Field>,
): asserts series is TimeSeries<Key, Field> {
  attributeNames(Object.keys(series.keys), {});
}

/** A time series with its streams as attributes. Throws when two keys claim one attribute. */
export function makeTimeSeries<Key extends string, Field extends string>(
  connection: Connection,
  name: string,
  startIds: ReadonlyMap<Key, string>,
  consumerName?: string,
): TimeSeries<Key, Field> {
  const series: TimeSeriesMembers<Key, Field> = new TimeSeriesMembers<Key, Field>(
    connection,
    name,
    startIds,
    consumerName,
  );
  assertAttributes(series);
  return series;
}
