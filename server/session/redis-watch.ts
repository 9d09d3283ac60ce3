import type { RedisInstance } from '../redis/redis-instance.ts';

/** How often Redis is asked whether it still answers, in ms. */
const INTERVAL_MS = 500;

/** What keeps silent for so long (ms) is busy; anything shorter is of no interest to a learner. */
const BUSY_AFTER_MS = 2000;

/** What a watch is told by, and whom it tells. */
export interface RedisWatchParts {
  redis(): RedisInstance | null;
  /** False when nothing goes on that could keep Redis busy: then it is not asked. */
  isInUse(): boolean;
  /** Longest silence, in ms. */
  longestMs: number;
  /** Told once in a while of silence, as soon as that is long. */
  onBusy(silentMs: number): void;
  /** Told when the silence is too long. */
  onStuck(redis: RedisInstance): void;
}

/**
 * Asks a Redis with PING, while it is in use, whether it still answers: one command may keep it busy
 * for minutes, and nobody else gets an answer meanwhile. Owns its timer.
 */
export class RedisWatch {
  #parts: RedisWatchParts;
  #timer: NodeJS.Timeout | null = null;
  /** Whom the open question was put to. */
  #asked: RedisInstance | null = null;
  #silentMs = 0;
  #hasTold = false;
  #lastTick = 0;

  constructor(parts: RedisWatchParts) {
    this.#parts = parts;
  }

  /** Something goes on: looks until it has ended, and until the last question has been answered. */
  wake(): void {
    if (this.#timer) return;
    this.#lastTick = performance.now();
    this.#timer = setInterval(() => this.#tick(), INTERVAL_MS);
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    const now = performance.now();
    // A machine that was asleep has heard no answer either: only time in which it was awake counts.
    const awake = Math.min(now - this.#lastTick, 2 * INTERVAL_MS);
    this.#lastTick = now;
    const redis = this.#parts.redis();
    if (this.#asked === null || this.#asked !== redis) {
      this.#asked = null;
      if (redis && this.#parts.isInUse()) this.#ask(redis);
      else this.close();
      return;
    }
    this.#silentMs += awake;
    if (this.#silentMs >= this.#parts.longestMs) {
      this.#asked = null;
      this.#parts.onStuck(redis);
    } else if (this.#silentMs >= BUSY_AFTER_MS && !this.#hasTold) {
      this.#hasTold = true;
      this.#parts.onBusy(this.#silentMs);
    }
  }

  #ask(redis: RedisInstance): void {
    this.#asked = redis;
    this.#silentMs = 0;
    this.#hasTold = false;
    const answered = () => {
      if (this.#asked === redis) this.#asked = null;
    };
    // One that has died fails at once: its session is told of that by the process itself.
    redis.admin.ping().then(answered, answered);
  }
}
