import { TokenBucket } from './token-bucket.ts';

/** So many keys are remembered before those that have been quiet are forgotten. */
const REMEMBERED = 1000;

/** How often something may happen in a minute, counted for each key apart. */
export class Rates {
  #perMinute: number;
  #buckets = new Map<string, TokenBucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts one more for a key; false when that is one too many. @param now ms, a clock that only goes forward */
  take(key: string, now: number): boolean {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      if (this.#buckets.size >= REMEMBERED) this.#forgetQuiet(now);
      bucket = new TokenBucket(this.#perMinute, this.#perMinute / 60, now);
      this.#buckets.set(key, bucket);
    }
    return bucket.take(1, now);
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  #forgetQuiet(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
  }
}
