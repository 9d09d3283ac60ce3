import type { Argument } from '../connection/client.ts';
import type { Connection } from '../connection/connection.ts';
import type { Feature } from '../connection/needs-redis.ts';
import { asList, asNumber, asText } from '../connection/reply.ts';
import { type Entry, toEntries } from '../entry/entry.ts';
import { type EntryRef, idOf } from '../entry/entry-id.ts';
import { type Fields, pushFields } from '../entry/fields.ts';
import { type Inspect, inspectSymbol, show } from '../inspect.ts';
import { checkWhole } from '../options.ts';
import type { AddOptions } from './add-options.ts';
import { EntryPages } from './entry-pages.ts';
import {
  type ConsumerInfo,
  type GroupInfo,
  type StreamInfo,
  toConsumerInfo,
  toGroupInfo,
  toStreamInfo,
} from './info.ts';
import type { PageOptions, RangeOptions, ReadOptions } from './read-options.ts';
import { type StreamSnapshot, toSnapshot } from './snapshot.ts';
import { toStreams } from './streams-reply.ts';
import {
  pushTrim,
  REFERENCE_WORDS,
  type References,
  referencesFeature,
  type TrimOptions,
} from './trim-options.ts';

const PAGE_SIZE = 1000;
const NO_OPTIONS: AddOptions = {};
const READ_LAST: Feature = { name: "lastId: '+'", since: '7.4' };
const DELETE_ENTRIES: Feature = { name: 'deleteEntries', since: '8.2' };

/**
 * A stream under one key, used like any other data structure: nothing is remembered between two
 * calls. `Database.stream(key)` makes one; the key itself appears in Redis with the first entry.
 *
 * Every method rejects with what node-redis rejects with: an `ErrorReply` when the server refuses
 * (for example WRONGTYPE when the key holds something else), a connection error otherwise.
 */
export class Stream<Field extends string = string> implements AsyncIterable<Entry<Field>> {
  /** The key in Redis. */
  readonly key: string;
  protected readonly connection: Connection;

  constructor(connection: Connection, key: string) {
    this.connection = connection;
    this.key = key;
  }

  /**
   * Appends an entry (XADD) and resolves to its id. Rejects with a TypeError, before anything is
   * sent, for a value that is null, undefined, boolean or an object, and for no fields at all; with
   * an ErrorReply when `id` is not greater than every id before it.
   */
  add(
    fields: Fields<Field>,
    options?: AddOptions & { readonly noMakeStream?: false },
  ): Promise<string>;
  /** As above; resolves to null when there is no such stream and `noMakeStream` is set. */
  add(fields: Fields<Field>, options: AddOptions): Promise<string | null>;
  async add(fields: Fields<Field>, options: AddOptions = NO_OPTIONS): Promise<string | null> {
    const args: Argument[] = ['XADD', this.key];
    if (options.noMakeStream) args.push('NOMKSTREAM');
    if (options.references) args.push(REFERENCE_WORDS[options.references]);
    if (options !== NO_OPTIONS) pushTrim(args, options);
    args.push(options.id ?? '*');
    pushFields(args, fields);
    const id = await this.connection.sendNew(args, referencesFeature(options.references));
    return id === null ? null : asText(id);
  }

  /**
   * The entry with this id, or null (XRANGE key id id COUNT 1). An id without its sequence, such as
   * `3`, finds the first entry of that millisecond.
   */
  async get(id: EntryRef): Promise<Entry<Field> | null> {
    const [entry] = await this.range(idOf(id), idOf(id), { count: 1 });
    return entry ?? null;
  }

  /**
   * The entries from `start` to `end`, both included, oldest first (XRANGE). `(id` leaves that id
   * out, an id without its sequence spans its whole millisecond.
   */
  async range(start = '-', end = '+', options: RangeOptions = {}): Promise<Entry<Field>[]> {
    return toEntries(
      await this.connection.send(this.#rangeArguments('XRANGE', start, end, options)),
    );
  }

  /** The entries from `end` down to `start`, both included, newest first (XREVRANGE). */
  async reverseRange(end = '+', start = '-', options: RangeOptions = {}): Promise<Entry<Field>[]> {
    return toEntries(
      await this.connection.send(this.#rangeArguments('XREVRANGE', end, start, options)),
    );
  }

  #rangeArguments(command: string, from: string, to: string, { count }: RangeOptions): Argument[] {
    checkWhole('count', count, 1);
    const args = [command, this.key, from, to];
    if (count !== undefined) args.push('COUNT', String(count));
    return args;
  }

  /**
   * Walks through the entries, fetching a page at a time (XRANGE … COUNT), so that a long stream
   * never has to fit into memory. Entries that are added meanwhile are met too.
   */
  entries({
    start = '-',
    end = '+',
    pageSize = PAGE_SIZE,
  }: PageOptions = {}): AsyncIterableIterator<Entry<Field>> {
    checkWhole('pageSize', pageSize, 1);
    return new EntryPages((from, count) => this.range(from, end, { count }), start, pageSize);
  }

  /** `for await (const entry of stream)`: all entries, oldest first, a page at a time. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Entry<Field>> {
    return this.entries();
  }

  /** Removes entries (XDEL) and resolves to how many there were. The stream itself stays. */
  async delete(...ids: EntryRef[]): Promise<number> {
    return asNumber(await this.connection.send(['XDEL', this.key, ...ids.map(idOf)]));
  }

  /**
   * Removes entries and, depending on `references`, what consumer groups hold of them (XDELEX).
   * Resolves to one number for each id, in order: 1 removed, -1 no such entry, 2 left where it was
   * because a group still refers to it. Rejects with a NeedsRedisError before Redis 8.2.
   */
  async deleteEntries(
    ids: readonly EntryRef[],
    { references = 'keep' }: { readonly references?: References } = {},
  ): Promise<number[]> {
    const args = ['XDELEX', this.key, REFERENCE_WORDS[references], 'IDS', String(ids.length)];
    const reply = await this.connection.sendNew([...args, ...ids.map(idOf)], DELETE_ENTRIES);
    return asList(reply).map(asNumber);
  }

  /** The number of entries (XLEN); 0 when there is no such key. */
  async length(): Promise<number> {
    return asNumber(await this.connection.send(['XLEN', this.key]));
  }

  /** Removes the oldest entries (XTRIM) and resolves to how many were removed. */
  async trim(options: TrimOptions): Promise<number> {
    const args: Argument[] = ['XTRIM', this.key];
    pushTrim(args, options);
    if (args.length === 2) throw new TypeError('trim needs maxLength or minId.');
    if (options.references) args.push(REFERENCE_WORDS[options.references]);
    return asNumber(await this.connection.sendNew(args, referencesFeature(options.references)));
  }

  /**
   * The entries after `lastId` (XREAD): by default all of them, at once. With `block` it waits for
   * one, on a connection of its own; an empty list means that the time is up. Rejects with the
   * signal's reason when aborted, and when the connection is lost.
   */
  async read(options: ReadOptions = {}): Promise<Entry<Field>[]> {
    const { lastId = '0-0', count, block } = options;
    checkWhole('count', count, 1);
    checkWhole('block', block, 0);
    const args: Argument[] = ['XREAD'];
    if (block !== undefined) args.push('BLOCK', String(block));
    if (count !== undefined) args.push('COUNT', String(count));
    args.push('STREAMS', this.key, lastId);
    const [own] = toStreams<string, Field>(
      await this.connection.read(args, options, lastId === '+' ? READ_LAST : undefined),
    );
    return own?.messages ?? [];
  }

  /** What the server tells about the stream (XINFO STREAM). Rejects when there is no such key. */
  async info(): Promise<StreamInfo> {
    return toStreamInfo(await this.connection.send(['XINFO', 'STREAM', this.key]));
  }

  /**
   * All there is to know about the stream at one moment, read atomically and without changing
   * anything: entries, groups, consumers and pending entries lists (XINFO STREAM … FULL). `count`
   * bounds the entries and each list; by default all are read. Rejects when there is no such key.
   */
  async snapshot({ count = 0 }: { readonly count?: number } = {}): Promise<StreamSnapshot<Field>> {
    checkWhole('count', count, 0);
    const args = ['XINFO', 'STREAM', this.key, 'FULL', 'COUNT', String(count)];
    return toSnapshot<Field>(await this.connection.send(args));
  }

  /** The consumer groups of the stream (XINFO GROUPS). Rejects when there is no such key. */
  async groupsInfo(): Promise<GroupInfo[]> {
    const reply = await this.connection.send(['XINFO', 'GROUPS', this.key]);
    return asList(reply).map(toGroupInfo);
  }

  /** The consumers of one group (XINFO CONSUMERS). Rejects with NOGROUP when there is no such group. */
  async consumersInfo(group: string): Promise<ConsumerInfo[]> {
    const reply = await this.connection.send(['XINFO', 'CONSUMERS', this.key, group]);
    return asList(reply).map(toConsumerInfo);
  }

  /**
   * Sets the last generated id of the stream (XSETID): the next entry must have a greater one.
   * Rejects when the id is smaller than the newest entry's, and when there is no such key.
   */
  async setId(id: EntryRef): Promise<string> {
    return asText(await this.connection.send(['XSETID', this.key, idOf(id)]));
  }

  /**
   * Lets the key expire after so many seconds (EXPIRE), or never when none are given (PERSIST).
   * Resolves to 1 when that changed something, 0 when not.
   */
  async expire(seconds?: number): Promise<number> {
    checkWhole('seconds', seconds, 0);
    const args =
      seconds === undefined ? ['PERSIST', this.key] : ['EXPIRE', this.key, String(seconds)];
    return asNumber(await this.connection.send(args));
  }

  /** Deletes the key with all entries and groups (DEL); resolves to 1, or 0 when there was none. */
  async clear(): Promise<number> {
    return asNumber(await this.connection.send(['DEL', this.key]));
  }

  [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    return show('Stream', { key: this.key }, options, inspect);
  }
}
