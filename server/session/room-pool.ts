import type { Log } from '../log/log.ts';
import { Room, type RoomParts } from './room.ts';
import { SpareCount } from './spare-count.ts';

/** Somebody who waits for a room. */
interface Taker {
  take(room: Room): void;
  fail(error: unknown): void;
  /** False when nobody needs the room any more. */
  isWanted(): boolean;
}

/** How often spares that are not needed any more are looked for, in ms. */
const TIDY_MS = 30_000;

/**
 * Keeps some rooms warm, so that a learner need not wait for processes to start. Who asks first gets
 * the first room that is ready, and few are started at once, so that running cells are not starved.
 * It knows every room that was opened through it, so that none outlives it.
 */
export class RoomPool {
  #parts: RoomParts;
  #log: Log;
  #count: SpareCount;
  #spares: Room[] = [];
  #takers: Taker[] = [];
  /** Rooms that are being opened. */
  #starting = 0;
  /** All rooms that are open, or about to be. */
  #rooms = new Set<Promise<Room>>();
  #rest: NodeJS.Timeout | null = null;
  #tidying: NodeJS.Timeout;
  #settled: (() => void)[] = [];
  #closed = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#log = parts.log;
    const { spares, mostSpares } = parts.limits;
    this.#count = new SpareCount(spares, mostSpares);
    this.#tidying = setInterval(() => this.#tidy(), TIDY_MS);
    this.#tidying.unref();
    this.#serve();
  }

  /** Rooms that are ready for the next learner. */
  get warm(): number {
    return this.#spares.length;
  }

  /** All rooms, those on their way too. */
  get size(): number {
    return this.#rooms.size;
  }

  /** Resolves when there are as many spares as there should be, and nobody waits. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#settled.push(resolve);
      this.#tellSettled();
    });
  }

  /**
   * A room that the caller owns from then on: those who ask get theirs in that order.
   * @param isWanted asked when it is the caller's turn; false: there will be no room
   * @throws Error when none can be opened
   */
  take(isWanted: () => boolean = () => true): Promise<Room> {
    if (this.#closed) return Promise.reject(new Error('The server is shutting down.'));
    this.#count.took(performance.now());
    return new Promise((take, fail) => {
      this.#takers.push({ take, fail, isWanted });
      this.#serve();
    });
  }

  /** Ends every room, those that were taken and those on their way too. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#tidying);
    if (this.#rest) clearTimeout(this.#rest);
    for (const { fail } of this.#takers.splice(0)) fail(new Error('The server is shutting down.'));
    const rooms = await Promise.allSettled(this.#rooms);
    await Promise.all(
      rooms.flatMap((room) => (room.status === 'fulfilled' ? [room.value.close()] : [])),
    );
    this.#spares = [];
  }

  /** Hands out what is ready, and opens what is missing. */
  #serve(): void {
    if (this.#closed) return;
    while (this.#spares.length > 0) {
      const taker = this.#nextTaker();
      const room = taker && this.#spares.shift();
      if (!room) break;
      taker.take(room);
    }
    while (this.#takers.length > this.#starting && this.#mayStart()) this.#start();
    if (this.#missing > 0 && this.#starting === 0 && !this.#rest) {
      // Whoever has just got a room runs a first cell: that comes before a spare.
      this.#rest = setTimeout(() => {
        this.#rest = null;
        if (this.#missing > 0 && this.#starting === 0) this.#start();
      }, this.#parts.limits.refillMs);
    }
    this.#tellSettled();
  }

  /** The first who waits and still wants a room. */
  #nextTaker(): Taker | undefined {
    for (;;) {
      const taker = this.#takers.shift();
      if (!taker || taker.isWanted()) return taker;
      taker.fail(new Error('Nobody needs this room any more.'));
    }
  }

  /** Rooms that are neither there nor being opened, but should be. */
  get #missing(): number {
    const wanted = this.#count.wanted(performance.now()) + this.#takers.length;
    return this.#closed ? 0 : wanted - this.#spares.length - this.#starting;
  }

  #mayStart(): boolean {
    return this.#starting < this.#parts.limits.startsAtOnce;
  }

  #start(): void {
    this.#starting++;
    const began = performance.now();
    const opening = Room.open(this.#parts, () => !this.#closed);
    this.#rooms.add(opening);
    const forget = () => this.#rooms.delete(opening);
    opening.then((room) => void room.closed.then(forget), forget);
    opening.then(
      (room) => {
        this.#starting--;
        this.#log.tell({ event: 'room-opened', ms: Math.round(performance.now() - began) });
        if (!this.#closed) this.#keep(room);
      },
      (error: unknown) => {
        this.#starting--;
        this.#failed(error);
      },
    );
  }

  #failed(error: unknown): void {
    if (this.#closed) return;
    const taker = this.#nextTaker();
    // Spares are tried again when somebody takes one: what fails now would fail at once again.
    if (!taker) this.#log.error('A spare kernel could not be started', error);
    else taker.fail(error);
    if (this.#takers.length > 0) this.#serve();
    this.#tellSettled();
  }

  #keep(room: Room): void {
    this.#spares.push(room);
    const drop = () => {
      const index = this.#spares.indexOf(room);
      if (index < 0) return;
      this.#spares.splice(index, 1);
      void room.close();
      this.#serve();
    };
    void room.kernel.exited.then(drop);
    void room.redis.exited.then(drop);
    this.#serve();
  }

  /** Ends a spare that is not needed any more. */
  #tidy(): void {
    if (this.#spares.length <= this.#count.wanted(performance.now())) return;
    void this.#spares.shift()?.close();
  }

  #tellSettled(): void {
    if (this.#takers.length > 0 || this.#starting > 0 || this.#missing > 0) return;
    for (const settled of this.#settled.splice(0)) settled();
  }
}
