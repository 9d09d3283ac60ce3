import { randomBytes } from 'node:crypto';
import type { RedisInstance } from '../redis/redis-instance.ts';
import type { LensWatch } from './lens-watch.ts';
import type { SessionFeed } from './session-feed.ts';

const NOT_KEPT =
  'Redis cannot be put back to before this run: what it held then is not kept any more, or was too much to keep.';
const NO_REDIS = 'Redis is just being started: try again in a moment.';

/** Puts the Redis of one session back to before an earlier run, and tells of it. */
export class Rewinder {
  #feed: SessionFeed;
  #lens: LensWatch;
  #isBusy = false;

  constructor(feed: SessionFeed, lens: LensWatch) {
    this.#feed = feed;
    this.#lens = lens;
  }

  /** True while Redis is being put back: no run may start. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /**
   * @param to id of a run, or of an earlier rewind, which undoes that
   * @returns what the learner should know when it cannot be done, else null
   */
  async rewind(redis: RedisInstance | null, to: string): Promise<string | null> {
    if (this.#isBusy || !redis || this.#feed.view.redis.state !== 'ready') return NO_REDIS;
    if (!redis.points.ids.includes(to)) return NOT_KEPT;
    this.#isBusy = true;
    try {
      const id = `rewind-${randomBytes(8).toString('hex')}`;
      await redis.points.keep(id);
      await this.#lens.refresh();
      // Keeping one more may have cost the oldest.
      if (!(await redis.points.restore(to))) return NOT_KEPT;
      await this.#lens.read();
      this.#feed.tell({ kind: 'rewound', id, to, at: Date.now() });
      this.#feed.tell({ kind: 'points', points: redis.points.ids });
      return null;
    } finally {
      this.#isBusy = false;
    }
  }
}
