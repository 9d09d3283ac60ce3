import type { Argument } from '../connection/client.ts';
import type { Connection } from '../connection/connection.ts';
import type { Feature } from '../connection/needs-redis.ts';
import { asList, asNumber, asText } from '../connection/reply.ts';
import { type Entry, toEntries } from '../entry/entry.ts';
import { type EntryRef, idOf } from '../entry/entry-id.ts';
import { type Inspect, inspectSymbol, show } from '../inspect.ts';
import { checkWhole } from '../options.ts';
import { type ConsumerInfo, toConsumerInfo } from '../stream/info.ts';
import { REFERENCE_WORDS, type References } from '../stream/trim-options.ts';
import { Stream } from '../stream/stream.ts';
import { toStreams } from '../stream/streams-reply.ts';
import type {
  Autoclaimed,
  AutoclaimOptions,
  ClaimOptions,
  GroupStreamReadOptions,
  PendingEntry,
  PendingOptions,
  PendingSummary,
} from './group-options.ts';
import { consume } from './consume.ts';
import type { ConsumeOptions } from './consume-options.ts';
import { claimFeature, readGroupArguments } from './read-group-arguments.ts';

const ACK_AND_DELETE: Feature = { name: 'ackAndDelete', since: '8.2' };

/**
 * One stream as a consumer of a group sees it: everything that a `Stream` does, and what depends on
 * the group. `consumerGroup.streams['key']` has one for each key.
 */
export class ConsumerGroupStream<Field extends string = string> extends Stream<Field> {
  /** The name of the group. */
  readonly group: string;
  /** Who reads, claims and holds entries here. */
  readonly consumerName: string;

  /** Where the group starts to read this stream when it is made. */
  readonly startId: string;

  constructor(
    connection: Connection,
    group: string,
    key: string,
    consumerName: string,
    startId: string,
  ) {
    super(connection, key);
    this.group = group;
    this.consumerName = consumerName;
    this.startId = startId;
  }

  /**
   * The next entries that no consumer of the group got so far (XREADGROUP … >); they are pending
   * until acknowledged. With `lastId`, this consumer's own pending entries after that id again; one
   * that was deleted from the stream then has no fields.
   *
   * Rejects with NOGROUP when the group does not exist, or vanishes while the read waits.
   */
  override async read(options: GroupStreamReadOptions = {}): Promise<Entry<Field>[]> {
    const args = readGroupArguments(this.group, this.consumerName, options);
    args.push('STREAMS', this.key, options.lastId ?? '>');
    const [own] = toStreams<string, Field>(
      await this.connection.read(args, options, claimFeature(options)),
    );
    return own?.messages ?? [];
  }

  /**
   * Removes entries from the pending entries list of the group (XACK), whoever holds them, and
   * resolves to how many were on it. The entries stay in the stream.
   */
  async ack(...ids: EntryRef[]): Promise<number> {
    return asNumber(await this.connection.send(['XACK', this.key, this.group, ...ids.map(idOf)]));
  }

  /**
   * Acknowledges entries and removes them from the stream in one step (XACKDEL). Resolves to one
   * number for each id, in order: 1 acknowledged and removed, -1 not pending, 2 acknowledged but
   * left because another group still refers to it. Rejects with a NeedsRedisError before Redis 8.2.
   */
  async ackAndDelete(
    ids: readonly EntryRef[],
    { references = 'keep' }: { readonly references?: References } = {},
  ): Promise<number[]> {
    const args = ['XACKDEL', this.key, this.group, REFERENCE_WORDS[references], 'IDS'];
    args.push(String(ids.length), ...ids.map(idOf));
    return asList(await this.connection.sendNew(args, ACK_AND_DELETE)).map(asNumber);
  }

  /** As below, with `justId`: resolves to the ids, and the delivery counts stay as they are. */
  claim(
    ids: EntryRef | readonly EntryRef[],
    options: ClaimOptions & { readonly justId: true },
  ): Promise<string[]>;
  /**
   * Makes this consumer the owner of pending entries (XCLAIM) and resolves to those that it got: not
   * the ones that are not pending, too fresh, or deleted. Counts as a delivery, and resets the idle
   * time.
   */
  claim(
    ids: EntryRef | readonly EntryRef[],
    options?: ClaimOptions & { readonly justId?: false | undefined },
  ): Promise<Entry<Field>[]>;
  async claim(
    ids: EntryRef | readonly EntryRef[],
    options: ClaimOptions = {},
  ): Promise<Entry<Field>[] | string[]> {
    const { minIdleTime = 0, idle, time, retryCount, force, justId } = options;
    const list: readonly EntryRef[] = typeof ids === 'string' || 'id' in ids ? [ids] : ids;
    if (list.length === 0) throw new TypeError('claim needs at least one id.');
    if (idle !== undefined && time !== undefined) {
      throw new TypeError('idle and time exclude each other.');
    }
    checkWhole('minIdleTime', minIdleTime, 0);
    checkWhole('idle', idle, 0);
    checkWhole('retryCount', retryCount, 0);
    const args: Argument[] = ['XCLAIM', this.key, this.group, this.consumerName];
    args.push(String(minIdleTime), ...list.map(idOf));
    if (idle !== undefined) args.push('IDLE', String(idle));
    if (time !== undefined) args.push('TIME', String(time.getTime()));
    if (retryCount !== undefined) args.push('RETRYCOUNT', String(retryCount));
    if (force) args.push('FORCE');
    if (justId) args.push('JUSTID');
    const reply = await this.connection.send(args);
    return justId ? asList(reply).map(asText) : toEntries<Field>(reply);
  }

  /** As below, with `justId`: `messages` holds ids, and the delivery counts stay as they are. */
  autoclaim(options: AutoclaimOptions & { readonly justId: true }): Promise<Autoclaimed<string>>;
  /**
   * Looks through the pending entries list for entries idle long enough and takes them over
   * (XAUTOCLAIM, Redis 6.2), a part of the list at a time: go on with `nextId` until it is `0-0`.
   */
  autoclaim(
    options: AutoclaimOptions & { readonly justId?: false | undefined },
  ): Promise<Autoclaimed<Entry<Field>>>;
  async autoclaim(
    options: AutoclaimOptions,
  ): Promise<Autoclaimed<Entry<Field>> | Autoclaimed<string>> {
    const { minIdleTime, start = '0-0', count, justId, consumer = this.consumerName } = options;
    checkWhole('minIdleTime', minIdleTime, 0);
    checkWhole('count', count, 1);
    const args: Argument[] = ['XAUTOCLAIM', this.key, this.group, consumer, String(minIdleTime)];
    args.push(start);
    if (count !== undefined) args.push('COUNT', String(count));
    if (justId) args.push('JUSTID');
    const [nextId, messages, deleted] = asList(await this.connection.send(args));
    const cursor = asText(nextId);
    const deletedIds = asList(deleted).map(asText);
    return justId
      ? { nextId: cursor, messages: asList(messages).map(asText), deletedIds }
      : { nextId: cursor, messages: toEntries<Field>(messages), deletedIds };
  }

  /** What is delivered and not acknowledged, of the whole group unless `consumer` is given (XPENDING). */
  async pending(options: PendingOptions = {}): Promise<PendingEntry[]> {
    const { start = '-', end = '+', count = 1000, consumer, idle } = options;
    checkWhole('count', count, 0);
    checkWhole('idle', idle, 0);
    const args: Argument[] = ['XPENDING', this.key, this.group];
    if (idle !== undefined) args.push('IDLE', String(idle));
    args.push(idOf(start), idOf(end), String(count));
    if (consumer !== undefined) args.push(consumer);
    return asList(await this.connection.send(args)).map((row) => {
      const [id, holder, age, deliveries] = asList(row);
      return {
        id: asText(id),
        consumer: asText(holder),
        millisecondsSinceLastDelivery: asNumber(age),
        deliveriesCounter: asNumber(deliveries),
      };
    });
  }

  /** How much is pending, between which ids, and how much each consumer holds (XPENDING key group). */
  async pendingSummary(): Promise<PendingSummary> {
    const reply = await this.connection.send(['XPENDING', this.key, this.group]);
    const [pending, firstId, lastId, consumers] = asList(reply);
    return {
      pending: asNumber(pending),
      firstId: firstId == null ? null : asText(firstId),
      lastId: lastId == null ? null : asText(lastId),
      consumers: asList(consumers).map((row) => {
        const [name, held] = asList(row);
        return { name: asText(name), pending: asNumber(held), deliveriesCounter: asNumber(held) };
      }),
    };
  }

  /**
   * Sets the id after which the group goes on reading this stream (XGROUP SETID): `$` skips what is
   * there, `0-0` reads everything again. What is pending stays pending.
   */
  override async setId(id: EntryRef = '$'): Promise<string> {
    return asText(await this.connection.send(['XGROUP', 'SETID', this.key, this.group, idOf(id)]));
  }

  /** Makes a consumer known before it reads (XGROUP CREATECONSUMER, Redis 6.2); 0 when it was. */
  async createConsumer(name: string = this.consumerName): Promise<number> {
    return asNumber(
      await this.connection.send(['XGROUP', 'CREATECONSUMER', this.key, this.group, name]),
    );
  }

  /**
   * Removes a consumer (XGROUP DELCONSUMER) and resolves to how many pending entries it had. Those
   * are lost to the group: claim them first.
   */
  async deleteConsumer(name: string = this.consumerName): Promise<number> {
    return asNumber(
      await this.connection.send(['XGROUP', 'DELCONSUMER', this.key, this.group, name]),
    );
  }

  /** The consumers of this group (XINFO CONSUMERS). */
  override async consumersInfo(): Promise<ConsumerInfo[]> {
    const reply = await this.connection.send(['XINFO', 'CONSUMERS', this.key, this.group]);
    return asList(reply).map(toConsumerInfo);
  }

  /**
   * A loop over the work of this consumer, made of the calls above:
   * `for await (const entry of group.streams.jobs.consume({ signal })) await work(entry);`
   *
   * First come the entries that this consumer got earlier and never acknowledged, then, on request,
   * those that others left idle, then new ones as they arrive. An entry is acknowledged when the
   * loop's body is done with it. Leaving the body by an error, `break` or `return` leaves the entry
   * pending, and the next loop begins with it; so each entry is worked on at least once. End the
   * loop with `signal` to acknowledge the last entry too.
   *
   * A lost connection is made again, a vanished group too (it goes on after the newest entry that
   * this loop saw). Other errors, of the server or of `onPoison`, end the loop and reach its caller.
   */
  consume(
    options: ConsumeOptions<Entry<Field>> = {},
  ): AsyncGenerator<Entry<Field>, void, undefined> {
    return consume(this.connection, this, options);
  }

  override [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    const { key, group, consumerName } = this;
    return show('ConsumerGroupStream', { key, group, consumerName }, options, inspect);
  }
}
