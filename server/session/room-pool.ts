import type { Log } from '../log/log.ts';
import { Room, type RoomParts } from './room.ts';

/**
 * Keeps some rooms warm, so that a learner need not wait for processes to start. It knows every room
 * that was opened through it, so that none outlives it.
 */
export class RoomPool {
  #parts: RoomParts;
  #log: Log;
  #spares: Room[] = [];
  /** All rooms that are open, or about to be. */
  #rooms = new Set<Promise<Room>>();
  #filling: Promise<void> | null = null;
  #closed = false;

  constructor(parts: RoomParts, log: Log) {
    this.#parts = parts;
    this.#log = log;
    this.#fill();
  }

  /** Rooms that are ready for the next learner. */
  get warm(): number {
    return this.#spares.length;
  }

  /** All rooms, those on their way too. */
  get size(): number {
    return this.#rooms.size;
  }

  /** A room that the caller owns from then on. @throws Error when none can be opened */
  async take(): Promise<Room> {
    if (this.#closed) throw new Error('The server is shutting down.');
    if (this.#spares.length === 0) await this.#filling;
    const room = this.#spares.shift() ?? (await this.#open());
    this.#fill();
    return room;
  }

  /** Ends every room, those that were taken and those on their way too. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#filling;
    const rooms = await Promise.allSettled(this.#rooms);
    await Promise.all(
      rooms.flatMap((room) => (room.status === 'fulfilled' ? [room.value.close()] : [])),
    );
    this.#spares = [];
  }

  async #open(): Promise<Room> {
    if (this.#closed) throw new Error('The server is shutting down.');
    const began = performance.now();
    const opening = Room.open(this.#parts);
    this.#rooms.add(opening);
    const forget = () => this.#rooms.delete(opening);
    opening.then((room) => {
      this.#log.tell({ event: 'room-opened', ms: Math.round(performance.now() - began) });
      void room.closed.then(forget);
    }, forget);
    return opening;
  }

  /** Opens one spare after the other until there are enough. */
  #fill(): void {
    const enough = () => this.#closed || this.#spares.length >= this.#parts.limits.spares;
    if (this.#filling || enough()) return;
    this.#filling = (async () => {
      try {
        while (!enough()) this.#keep(await this.#open());
      } catch (error) {
        if (!this.#closed) this.#log.error('A spare kernel could not be started', error);
      } finally {
        this.#filling = null;
      }
    })();
  }

  #keep(room: Room): void {
    this.#spares.push(room);
    const drop = () => {
      const index = this.#spares.indexOf(room);
      if (index < 0) return;
      this.#spares.splice(index, 1);
      void room.close();
      this.#fill();
    };
    void room.kernel.exited.then(drop);
    void room.redis.exited.then(drop);
  }
}
