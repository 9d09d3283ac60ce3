import type { Connection } from '../connection/connection.ts';
import { isConnectionError } from '../connection/is-connection-error.ts';
import { pause } from '../connection/pause.ts';
import { type Entry, isDeleted } from '../entry/entry.ts';
import { compareIds } from '../entry/entry-id.ts';
import type { ConsumeOptions } from './consume-options.ts';
import type { ConsumerGroupStream } from './consumer-group-stream.ts';
import { createGroup } from './create-group.ts';
import { isGroupLost } from './is-group-lost.ts';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5000;

/** Where the entries of `consume` come from, and what it does when something fails. */
export class ConsumeSource<Field extends string> {
  readonly #connection: Connection;
  readonly #stream: ConsumerGroupStream<Field>;
  readonly #options: ConsumeOptions<Entry<Field>>;
  /** The own pending entry seen last; null when all of them are done. */
  #own: string | null = '0-0';
  #idleFrom = '0-0';
  #idleAgainAt = 0;
  #newest: string | null = null;
  #groupLost = false;
  #failures = 0;

  constructor(
    connection: Connection,
    stream: ConsumerGroupStream<Field>,
    options: ConsumeOptions<Entry<Field>>,
  ) {
    this.#connection = connection;
    this.#stream = stream;
    this.#options = options;
  }

  get #count(): number {
    const { count = 10, maxDeliveries } = this.#options;
    return maxDeliveries === undefined ? count : 1;
  }

  /** The next entries to work on; may be none. */
  async next(): Promise<Entry<Field>[]> {
    if (this.#groupLost) await this.#makeGroup();
    const entries = (await this.#ownEntries()) ?? (await this.#idleEntries());
    const batch = entries?.length ? entries : await this.#newEntries();
    this.#failures = 0;
    return batch;
  }

  /** Waits a little and starts again with the own pending entries; throws what is beyond help. */
  async recover(error: unknown): Promise<void> {
    const { signal, onInterrupted } = this.#options;
    if (signal?.aborted) return;
    const lost = isGroupLost(error);
    if (!lost && !(isConnectionError(error) && this.#connection.client.isOpen)) throw error;
    onInterrupted?.(error);
    this.#groupLost ||= lost;
    this.#own = '0-0';
    const wait = lost && this.#failures === 0 ? 0 : FIRST_PAUSE * 2 ** this.#failures;
    this.#failures += 1;
    await pause(Math.min(wait, LONGEST_PAUSE), signal);
  }

  async #ownEntries(): Promise<Entry<Field>[] | null> {
    while (this.#own !== null) {
      const entries = await this.#stream.read({
        lastId: this.#own,
        count: this.#count,
      });
      this.#own = entries.at(-1)?.id ?? null;
      // Nothing is left of a deleted entry that anybody could work on.
      const gone = entries.filter(isDeleted);
      if (gone.length > 0) await this.#stream.ack(...gone);
      const left = await this.#withoutPoison(entries.filter((entry) => !isDeleted(entry)));
      if (left.length > 0) return left;
    }
    return null;
  }

  async #idleEntries(): Promise<Entry<Field>[] | null> {
    const { takeOverIdle } = this.#options;
    if (takeOverIdle === undefined || performance.now() < this.#idleAgainAt) return null;
    const { nextId, messages } = await this.#stream.autoclaim({
      minIdleTime: takeOverIdle,
      start: this.#idleFrom,
      count: this.#count,
    });
    this.#idleFrom = nextId;
    if (nextId === '0-0') this.#idleAgainAt = performance.now() + takeOverIdle / 2;
    return this.#withoutPoison(messages);
  }

  async #newEntries(): Promise<Entry<Field>[]> {
    const { block = 5000, takeOverIdle = Infinity, signal } = this.#options;
    const wait = Math.max(1, Math.min(block || Infinity, Math.ceil(takeOverIdle / 2)));
    const entries = await this.#stream.read({
      count: this.#count,
      block: wait === Infinity ? 0 : wait,
      signal,
    });
    this.#newest = entries.at(-1)?.id ?? this.#newest;
    return entries;
  }

  async #withoutPoison(entries: Entry<Field>[]): Promise<Entry<Field>[]> {
    const { maxDeliveries, onPoison } = this.#options;
    if (maxDeliveries === undefined || onPoison === undefined) return entries;
    const rows = await Promise.all(
      entries.map(({ id }) => this.#stream.pending({ start: id, end: id, count: 1 })),
    );
    const sound: Entry<Field>[] = [];
    for (const [at, entry] of entries.entries()) {
      const earlier = (rows[at]?.[0]?.deliveriesCounter ?? 1) - 1;
      if (earlier < maxDeliveries) sound.push(entry);
      else {
        await onPoison(entry, earlier);
        await this.#stream.ack(entry);
      }
    }
    return sound;
  }

  /**
   * Makes the group again, to go on after the newest entry seen; from the very first one when the
   * stream has been emptied and counts from the beginning again.
   */
  async #makeGroup(): Promise<void> {
    const { key, group, startId } = this.#stream;
    let from = startId;
    if (this.#newest !== null) {
      const last = await this.#lastGeneratedId();
      from = last !== null && compareIds(last, this.#newest) >= 0 ? this.#newest : '0-0';
    }
    await createGroup(this.#connection, group, key, from, true);
    this.#groupLost = false;
  }

  async #lastGeneratedId(): Promise<string | null> {
    const exists = await this.#connection.send(['EXISTS', this.#stream.key]);
    return exists === 0 ? null : (await this.#stream.info())['last-generated-id'];
  }
}
