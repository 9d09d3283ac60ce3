import { diffSnapshots } from '../../core/lens/diff-snapshots.ts';
import { EMPTY_LENS, type LensSnapshot } from '../../core/lens/snapshot.ts';
import type { RedisInstance } from '../redis/redis-instance.ts';
import type { SessionFeed } from './session-feed.ts';

/** How often the lens is looked at while something runs or is blocked, in ms. */
const INTERVAL_MS = 150;

/** It is read for at most one part in so many of the time, however much it has to read. */
const SHARE = 10;

/**
 * Reads the lens of one Redis: when asked, and again and again while it is told to follow. Two
 * reads never overlap; it tells only what has changed.
 */
export class LensWatch {
  #redis: () => RedisInstance | null;
  #feed: SessionFeed;
  #reading: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** On the clock of performance.now(). */
  #restsUntil = 0;

  constructor(redis: () => RedisInstance | null, feed: SessionFeed) {
    this.#redis = redis;
    this.#feed = feed;
  }

  /** Resolves when a snapshot that is not older than this call has been told; never rejects. */
  read(): Promise<void> {
    return this.#next((redis) => redis.lens.read());
  }

  /** The same, but only as far as Redis says that something was written since. */
  refresh(): Promise<void> {
    return this.#next((redis) => redis.lens.readIfChanged());
  }

  /** Looks on while `follow` is true. */
  follow(follow: boolean): void {
    if (follow) this.#timer ??= setInterval(() => this.#tick(), INTERVAL_MS);
    else if (this.#timer) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  }

  #tick(): void {
    if (!this.#reading && performance.now() >= this.#restsUntil) void this.refresh();
  }

  async #next(look: (redis: RedisInstance) => Promise<LensSnapshot | null>): Promise<void> {
    // One that is under way may have been taken before what the caller wants to see.
    while (this.#reading) await this.#reading;
    this.#reading = this.#look(look).finally(() => (this.#reading = null));
    await this.#reading;
  }

  async #look(look: (redis: RedisInstance) => Promise<LensSnapshot | null>): Promise<void> {
    const redis = this.#redis();
    if (!redis) return;
    try {
      const began = performance.now();
      const lens = await look(redis);
      const now = performance.now();
      this.#restsUntil = now + (now - began) * (SHARE - 1);
      // Another Redis may have come in its place meanwhile.
      if (lens === null || redis !== this.#redis() || this.#feed.view.redis.state !== 'ready')
        return;
      const before = this.#feed.view.lens;
      const changes = diffSnapshots(before ?? EMPTY_LENS, lens);
      if (before === null || changes.length > 0)
        this.#feed.tell({ kind: 'lens', at: lens.at, changes });
    } catch {
      // The connection is lost: the session is told of that by the process itself.
    }
  }
}
