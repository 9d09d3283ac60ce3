import type { ConsumerGroupStream } from '../group/consumer-group-stream.ts';
import type { Autoclaimed, ClaimOptions, PendingSummary } from '../group/group-options.ts';
import type { Entry } from '../entry/entry.ts';
import type { Fields } from '../entry/fields.ts';
import { type Inspect, inspectSymbol, show } from '../inspect.ts';
import type { ConsumerInfo, GroupInfo, StreamInfo } from '../stream/info.ts';
import type { RangeOptions } from '../stream/read-options.ts';
import type { ConsumeOptions } from '../group/consume-options.ts';
import type { StreamSnapshot } from '../stream/snapshot.ts';
import type { References } from '../stream/trim-options.ts';
import { MappedIterator } from './mapped-iterator.ts';
import { Message } from './message.ts';
import { idToDate, type TimeId, timeIdToText } from './time-id.ts';
import type {
  PendingMessage,
  TimeSeriesAddOptions,
  TimeSeriesAutoclaimOptions,
  TimeSeriesPageOptions,
  TimeSeriesPendingOptions,
  TimeSeriesReadOptions,
  TimeSeriesTrimOptions,
} from './time-series-options.ts';

/**
 * One stream of a time series: what a `ConsumerGroupStream` does, with Dates for ids and `Message`s
 * for entries. A Date stands for the first entry of its millisecond, `[Date, sequence]` for any.
 */
export class TimeSeriesStream<
  Field extends string = string,
  Key extends string = string,
> implements AsyncIterable<Message<Field, Key>> {
  /** The same stream with plain ids and entries. */
  readonly plain: ConsumerGroupStream<Field>;
  /** The key in Redis. */
  readonly key: Key;

  constructor(plain: ConsumerGroupStream<Field>, key: Key) {
    this.plain = plain;
    this.key = key;
  }

  /** The name of the group. */
  get group(): string {
    return this.plain.group;
  }

  /** Who reads, claims and holds entries here. */
  get consumerName(): string {
    return this.plain.consumerName;
  }

  /** Appends an entry (XADD), by default at the server's time, and resolves to its moment. */
  add(
    fields: Fields<Field>,
    options?: TimeSeriesAddOptions & { readonly noMakeStream?: false },
  ): Promise<[moment: Date, sequence: number]>;
  /** As above; resolves to null when there is no such stream and `noMakeStream` is set. */
  add(
    fields: Fields<Field>,
    options: TimeSeriesAddOptions,
  ): Promise<[moment: Date, sequence: number] | null>;
  async add(
    fields: Fields<Field>,
    options: TimeSeriesAddOptions = {},
  ): Promise<[moment: Date, sequence: number] | null> {
    const id = await this.plain.add(fields, { ...options, id: timeIdToText(options.id ?? '*') });
    return id === null ? null : idToDate(id);
  }

  /** The message of this moment, or null (XRANGE … COUNT 1). */
  async get(id: TimeId): Promise<Message<Field, Key> | null> {
    const entry = await this.plain.get(timeIdToText(id));
    return entry && this.#message(entry);
  }

  /** The messages from `start` to `end`, both included, oldest first (XRANGE). */
  async range(
    start: TimeId = '-',
    end: TimeId = '+',
    options: RangeOptions = {},
  ): Promise<Message<Field, Key>[]> {
    return this.#messages(await this.plain.range(timeIdToText(start), timeIdToText(end), options));
  }

  /** The messages from `end` down to `start`, both included, newest first (XREVRANGE). */
  async reverseRange(
    end: TimeId = '+',
    start: TimeId = '-',
    options: RangeOptions = {},
  ): Promise<Message<Field, Key>[]> {
    const entries = await this.plain.reverseRange(timeIdToText(end), timeIdToText(start), options);
    return this.#messages(entries);
  }

  /** Walks through the messages a page at a time; see `Stream.entries`. */
  entries({ start = '-', end = '+', pageSize }: TimeSeriesPageOptions = {}): AsyncIterableIterator<
    Message<Field, Key>
  > {
    const pages = this.plain.entries({
      start: timeIdToText(start),
      end: timeIdToText(end),
      pageSize,
    });
    return new MappedIterator(pages, (entry) => this.#message(entry));
  }

  /** `for await (const message of stream)`: all messages, oldest first, a page at a time. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Message<Field, Key>> {
    return this.entries();
  }

  /** The next messages, or with `lastId` this consumer's own pending ones; see `ConsumerGroupStream.read`. */
  async read(options: TimeSeriesReadOptions = {}): Promise<Message<Field, Key>[]> {
    const { lastId, ...rest } = options;
    const after = lastId === undefined ? undefined : timeIdToText(lastId);
    return this.#messages(await this.plain.read({ ...rest, lastId: after }));
  }

  /** Removes entries (XDEL) and resolves to how many there were. */
  delete(...ids: TimeId[]): Promise<number> {
    return this.plain.delete(...ids.map(timeIdToText));
  }

  /** Acknowledges entries (XACK) and resolves to how many were pending. */
  ack(...ids: TimeId[]): Promise<number> {
    return this.plain.ack(...ids.map(timeIdToText));
  }

  /** Makes this consumer the owner of pending entries (XCLAIM); see `ConsumerGroupStream.claim`. */
  async claim(
    ids: TimeId | readonly TimeId[],
    options: ClaimOptions & { readonly justId?: false | undefined } = {},
  ): Promise<Message<Field, Key>[]> {
    const list = isIdList(ids) ? ids.map(timeIdToText) : timeIdToText(ids);
    return this.#messages(await this.plain.claim(list, options));
  }

  /** Takes over what has been idle long enough (XAUTOCLAIM); see `ConsumerGroupStream.autoclaim`. */
  async autoclaim(options: TimeSeriesAutoclaimOptions): Promise<Autoclaimed<Message<Field, Key>>> {
    const start = timeIdToText(options.start ?? '0-0');
    const claimed = await this.plain.autoclaim({ ...options, start, justId: false });
    return { ...claimed, messages: this.#messages(claimed.messages) };
  }

  /** What is delivered and not acknowledged (XPENDING); an id is its moment and sequence. */
  async pending(options: TimeSeriesPendingOptions = {}): Promise<PendingMessage[]> {
    const { start = '-', end = '+', ...rest } = options;
    const rows = await this.plain.pending({
      ...rest,
      start: timeIdToText(start),
      end: timeIdToText(end),
    });
    return rows.map((row) => ({ ...row, id: idToDate(row.id) }));
  }

  /** See `ConsumerGroupStream.pendingSummary`. */
  pendingSummary(): Promise<PendingSummary> {
    return this.plain.pendingSummary();
  }

  /** Sets where the group goes on reading (XGROUP SETID): after this moment; `$` skips all. */
  setId(id: TimeId = '$'): Promise<string> {
    return this.plain.setId(timeIdToText(id));
  }

  /** The number of entries (XLEN). */
  length(): Promise<number> {
    return this.plain.length();
  }

  /** Removes the oldest entries (XTRIM); `minId` may be a moment. See `Stream.trim`. */
  trim(options: TimeSeriesTrimOptions): Promise<number> {
    return options.minId === undefined
      ? this.plain.trim(options)
      : this.plain.trim({ ...options, minId: timeIdToText(options.minId) });
  }

  /** See `Stream.info`. */
  info(): Promise<StreamInfo> {
    return this.plain.info();
  }

  /** See `Stream.groupsInfo`. */
  groupsInfo(): Promise<GroupInfo[]> {
    return this.plain.groupsInfo();
  }

  /** See `ConsumerGroupStream.consumersInfo`. */
  consumersInfo(): Promise<ConsumerInfo[]> {
    return this.plain.consumersInfo();
  }

  /** See `ConsumerGroupStream.createConsumer`. */
  createConsumer(name?: string): Promise<number> {
    return this.plain.createConsumer(name);
  }

  /** See `ConsumerGroupStream.deleteConsumer`. */
  deleteConsumer(name?: string): Promise<number> {
    return this.plain.deleteConsumer(name);
  }

  /** See `Stream.expire`. */
  expire(seconds?: number): Promise<number> {
    return this.plain.expire(seconds);
  }

  /** See `Stream.clear`. */
  clear(): Promise<number> {
    return this.plain.clear();
  }

  /** A loop over the work of this consumer; see `ConsumerGroupStream.consume`. */
  consume(
    options: ConsumeOptions<Message<Field, Key>> = {},
  ): AsyncIterableIterator<Message<Field, Key>> {
    const entries = this.plain.consume(
      options.onPoison === undefined
        ? options
        : {
            ...options,
            onPoison: (entry, deliveries) => options.onPoison(this.#message(entry), deliveries),
          },
    );
    return new MappedIterator(entries, (entry) => this.#message(entry));
  }

  /** All of the stream, its groups and their pending entries; see `Stream.snapshot`. */
  snapshot(options?: { readonly count?: number }): Promise<StreamSnapshot<Field>> {
    return this.plain.snapshot(options);
  }

  /** Removes entries and references to them (XDELEX, Redis 8.2); see `Stream.deleteEntries`. */
  deleteEntries(
    ids: readonly TimeId[],
    options?: { readonly references?: References },
  ): Promise<number[]> {
    return this.plain.deleteEntries(ids.map(timeIdToText), options);
  }

  /** Acknowledges and removes entries (XACKDEL, Redis 8.2); see `ConsumerGroupStream.ackAndDelete`. */
  ackAndDelete(
    ids: readonly TimeId[],
    options?: { readonly references?: References },
  ): Promise<number[]> {
    return this.plain.ackAndDelete(ids.map(timeIdToText), options);
  }

  #message(entry: Entry<Field>): Message<Field, Key> {
    return new Message(this.key, entry);
  }

  #messages(entries: readonly Entry<Field>[]): Message<Field, Key>[] {
    return entries.map((entry) => new Message(this.key, entry));
  }

  [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    const { key, group, consumerName } = this;
    return show('TimeSeriesStream', { key, group, consumerName }, options, inspect);
  }
}

/** A list of ids, and not the pair of a moment and its sequence. */
function isIdList(ids: TimeId | readonly TimeId[]): ids is readonly TimeId[] {
  return Array.isArray(ids) && !(ids.length === 2 && typeof ids[1] === 'number');
}
