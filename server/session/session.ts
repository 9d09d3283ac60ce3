import type { SessionEvent } from '../../core/session/event.ts';
import { shortIdOf } from '../../core/session/session-id.ts';
import type { SessionView } from '../../core/session/view.ts';
import type { Limits } from '../config/limits.ts';
import { KILLED_NOTICE } from '../kernel/kernel-exit.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { settlesWithin } from '../kernel/within.ts';
import type { Log } from '../log/log.ts';
import { ourFault } from '../log/our-fault.ts';
import type { LimitName } from '../log/server-event.ts';
import type { RedisInstance } from '../redis/redis-instance.ts';
import { LensWatch } from './lens-watch.ts';
import type { Turn } from './may-start.ts';
import type { Room } from './room.ts';
import type { RoomPool } from './room-pool.ts';
import { Overtime } from './overtime.ts';
import { busyRedis, newRedis } from './redis-notices.ts';
import { RedisWatch } from './redis-watch.ts';
import { Rewinder } from './rewinder.ts';
import { RunQueue } from './run-queue.ts';
import { SessionFeed } from './session-feed.ts';
import { willEnd } from './will-end.ts';

const STILL_RUNNING =
  'Redis cannot be put back while a cell is running or waiting: stop it first, then rewind again.';

/**
 * One learner: the room they are in, their runs, and what a page shows of both. It lives as long as
 * its registry keeps it, whether a page is connected or not.
 */
export class Session {
  readonly id: string;
  #pool: RoomPool;
  #log: Log;
  #feed: SessionFeed;
  #lens: LensWatch;
  #queue: RunQueue;
  #rewinder: Rewinder;
  #overtime: Overtime;
  #watch: RedisWatch;
  #limits: Limits;
  /** The Redis that was ended because it did not answer. */
  #stuck: RedisInstance | null = null;
  #room: Room | null = null;
  /** Rises with every restart, so that a room that comes too late is given back. */
  #stay = 0;
  #closed = false;
  #isUsed = false;

  constructor(id: string, pool: RoomPool, limits: Limits, log: Log) {
    this.id = id;
    this.#pool = pool;
    this.#log = log;
    this.#feed = new SessionFeed(limits, () => this.#hit('outputPerSecond'));
    this.#lens = new LensWatch(() => this.#room?.redis ?? null, this.#feed);
    this.#rewinder = new Rewinder(this.#feed, this.#lens);
    const takesCells = () => this.view.kernel.state === 'ready' && !this.#rewinder.isBusy;
    this.#queue = new RunQueue(
      this.#feed,
      this.#lens,
      () => (takesCells() ? this.#room : null),
      limits.lastLookMs,
      (error) => this.#fault('A run failed', error),
    );
    this.#overtime = new Overtime(this.#feed, limits, (run) => {
      this.#hit('cellMs');
      return this.#queue.stop(run);
    });
    this.#limits = limits;
    this.#watch = new RedisWatch({
      redis: () => this.#room?.redis ?? null,
      isInUse: () => this.#queue.size > 0 || this.#rewinder.isBusy,
      longestMs: limits.redisBusyMs,
      onBusy: (ms) => this.#queue.tellStarted(busyRedis(ms, limits.redisBusyMs)),
      onStuck: (redis) => this.#endStuck(redis),
    });
    this.#feed.listen((event) => this.#record(event));
    void this.#enter();
  }

  /** For the log: the whole id of a session is a secret. */
  get shortId(): string {
    return shortIdOf(this.id);
  }

  get view(): SessionView {
    return this.#feed.view;
  }

  /** Calls `listener` for every event from now on; the result ends that. */
  listen(listener: (event: SessionEvent) => void): () => void {
    return this.#feed.listen(listener);
  }

  /** Runs that have not ended. */
  get openRuns(): number {
    return this.#queue.size;
  }

  /** True when a cell was run in it: it holds something that its learner may want to come back to. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** True when the session knows a run of this id. */
  has(run: string): boolean {
    return this.#feed.find(run) !== undefined;
  }

  /** Queues a run of a cell; it starts when its turn has come. `check`: looks whether its exercise is solved. */
  run(id: string, cell: string, source: string, turn: Turn, check: string | null = null): void {
    this.#isUsed = true;
    this.#watch.wake();
    this.#queue.add({ id, cell, source, turn, check });
  }

  /** Stops a run, and resolves when it has ended; nothing for one that has. */
  async stop(id: string): Promise<void> {
    await this.#queue.stop(id);
  }

  /** Lets a run go on that would be stopped because it goes on for long. */
  letGoOn(id: string): void {
    this.#overtime.letGoOn(id);
  }

  /**
   * Puts Redis back to before a mark of the history; variables stay. Runs that are asked for meanwhile wait.
   * @returns what the learner should know when it cannot be done, else null
   */
  async rewind(to: string): Promise<string | null> {
    if (this.#queue.size > 0) return STILL_RUNNING;
    try {
      this.#watch.wake();
      return await this.#rewinder.rewind(this.#room?.redis ?? null, to);
    } catch (error) {
      const what = 'Redis could not be put back';
      const then = 'Nothing is known to be lost; try again, or press Restart for an empty Redis.';
      return ourFault(what, this.#fault(what, error), then);
    } finally {
      this.#queue.pump();
    }
  }

  /** True while a new kernel is on its way already: a restart would do nothing. */
  get isArriving(): boolean {
    return !this.#room && this.view.kernel.state === 'starting';
  }

  /** A new kernel and an empty Redis. What runs is stopped. */
  async restart(): Promise<void> {
    if (this.isArriving) return;
    this.#log.tell({ event: 'session-restarted', session: this.shortId });
    const old = this.#room;
    this.#room = null;
    this.#queue.endAll('stopped', null);
    const generation = this.view.kernel.generation + 1;
    this.#feed.kernel({ state: 'starting', generation, notice: null });
    this.#feed.redis({ state: 'starting', notice: null });
    await Promise.all([old?.close(), this.#enter()]);
  }

  /** True while something runs that will end by itself. */
  get isBusy(): boolean {
    return this.view.runs.some(willEnd);
  }

  /** Starts no run any more; those that have been started go on. */
  hold(): void {
    this.#queue.hold();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#feed.close();
    this.#lens.follow(false);
    this.#overtime.close();
    this.#watch.close();
    this.#queue.close();
    await this.#room?.close();
  }

  /** Takes a room from the pool and makes it this session's. */
  async #enter(): Promise<void> {
    const stay = ++this.#stay;
    const isLate = () => this.#closed || this.#stay !== stay;
    try {
      const room = await this.#pool.take(() => !isLate());
      if (isLate()) {
        await room.close();
        return;
      }
      this.#room = room;
      this.#watchKernel(room, room.kernel);
      this.#watchRedis(room);
      await this.#redisIsReady(room, null);
      this.#kernelIsReady();
    } catch (error) {
      if (isLate()) return;
      this.#hasNoKernel(error);
    }
  }

  #kernelIsReady(): void {
    this.#feed.kernel({ state: 'ready' });
    this.#queue.pump();
  }

  async #redisIsReady({ redis: { product, version } }: Room, notice: string | null): Promise<void> {
    this.#feed.redis({ state: 'ready', product, version, notice });
    // Cells need not wait for what is shown beside them.
    await settlesWithin(this.#limits.lastLookMs, this.#lens.read());
  }

  #watchKernel(room: Room, kernel: Kernel): void {
    kernel.onSignal = (signal) => this.#queue.hear(kernel, signal);
    void kernel.exited.then(async ({ reason, notice: why }) => {
      if (this.#hasLeft(room)) return;
      const stopped = this.#queue.isStopping;
      this.#log.tell({
        event: 'kernel-replaced',
        session: this.shortId,
        reason: stopped ? 'stopped' : reason,
      });
      const generation = this.view.kernel.generation + 1;
      const notice = stopped ? KILLED_NOTICE : why;
      this.#queue.endAll('error', stopped ? null : why);
      this.#feed.kernel({ state: 'starting', generation, notice });
      try {
        const next = await room.replaceKernel();
        if (this.#hasLeft(room)) return;
        this.#watchKernel(room, next);
        this.#kernelIsReady();
      } catch (error) {
        if (this.#hasLeft(room)) return;
        this.#hasNoKernel(error);
      }
    });
  }

  #watchRedis(room: Room): void {
    const { redis } = room;
    void redis.exited.then(async (exit) => {
      if (this.#hasLeft(room)) return;
      const reason = this.#stuck === redis ? 'stuck' : exit;
      const notice = newRedis(reason, this.#limits);
      this.#log.tell({ event: 'redis-replaced', session: this.shortId, reason });
      this.#feed.redis({ state: 'starting', notice });
      try {
        await room.replaceRedis();
        if (this.#hasLeft(room)) return;
        this.#watchRedis(room);
        await this.#redisIsReady(room, notice);
      } catch (error) {
        if (this.#hasLeft(room)) return;
        const what = 'Redis could not be started';
        const id = this.#fault(what, error);
        const failed = ourFault(what, id, 'Press Restart to try again.');
        this.#feed.redis({ state: 'failed', notice: failed });
      }
    });
  }

  /** Ends a Redis that does not answer any more; another one takes its place. */
  #endStuck(redis: RedisInstance): void {
    this.#hit('redisBusyMs');
    this.#stuck = redis;
    redis.kill();
  }

  #hit(limit: LimitName): void {
    this.#log.tell({ event: 'limit-hit', limit, session: this.shortId });
  }

  /** True when the session is closed, or in another room by now. */
  #hasLeft(room: Room): boolean {
    return this.#closed || this.#room !== room;
  }

  #hasNoKernel(error: unknown): void {
    const what = 'A kernel could not be started';
    const notice = ourFault(what, this.#fault(what, error), 'Press Restart to try again.');
    this.#queue.endAll('error', notice);
    this.#feed.kernel({ state: 'failed', notice });
  }

  #record(event: SessionEvent): void {
    if (event.kind !== 'run-ended') return;
    const { status, duration: ms } = event;
    this.#log.tell({ event: 'cell-ended', session: this.shortId, status, ms });
  }

  /** @returns the id of the fault in the log */
  #fault(what: string, error: unknown): string {
    return this.#log.error(what, error, this.shortId);
  }
}
