import type { LensSnapshot } from '../../core/lens/snapshot.ts';
import { readLens } from '../redis/read-lens.ts';
import type { RedisInstance } from '../redis/redis-instance.ts';

/** How often the lens is read while something runs or is blocked, in ms. */
const INTERVAL_MS = 200;

/**
 * Reads the lens of one Redis: when asked, and again and again while it is told to follow. Two
 * reads never overlap; a snapshot that equals the last one is not told.
 */
export class LensWatch {
  #redis: () => RedisInstance | null;
  #tell: (lens: LensSnapshot) => void;
  #last = '';
  #reading: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(redis: () => RedisInstance | null, tell: (lens: LensSnapshot) => void) {
    this.#redis = redis;
    this.#tell = tell;
  }

  /** Resolves when a snapshot that is not older than this call has been told; never rejects. */
  async read(): Promise<void> {
    // One that is under way may have been taken before what the caller wants to see.
    await this.#reading;
    this.#reading ??= this.#readOnce().finally(() => (this.#reading = null));
    await this.#reading;
  }

  /** Reads on while `follow` is true. */
  follow(follow: boolean): void {
    if (follow && !this.#timer) this.#timer = setInterval(() => void this.read(), INTERVAL_MS);
    if (!follow && this.#timer) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  }

  /** Tells the next snapshot even when it equals the last one: it is of another Redis. */
  forget(): void {
    this.#last = '';
  }

  async #readOnce(): Promise<void> {
    try {
      const redis = this.#redis();
      if (!redis) return;
      const lens = await readLens(redis.admin);
      // Another Redis may have come in its place meanwhile.
      if (redis !== this.#redis()) return;
      const text = JSON.stringify([lens.streams, lens.omitted]);
      if (text === this.#last) return;
      this.#last = text;
      this.#tell(lens);
    } catch {
      // The connection is lost: the session is told of that by the process itself.
    }
  }
}
