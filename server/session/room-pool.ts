import type { Log } from '../log/log.ts';
import { Room, type RoomParts } from './room.ts';

/** Keeps some rooms warm, so that a learner need not wait for processes to start. Owns its spares. */
export class RoomPool {
  #parts: RoomParts;
  #log: Log;
  #spares: Room[] = [];
  #filling: Promise<void> | null = null;
  #closed = false;

  constructor(parts: RoomParts, log: Log) {
    this.#parts = parts;
    this.#log = log;
    this.#fill();
  }

  /** A room that the caller owns from then on. @throws Error when none can be opened */
  async take(): Promise<Room> {
    if (this.#closed) throw new Error('The server is shutting down.');
    if (this.#spares.length === 0) await this.#filling;
    const room = this.#spares.shift() ?? (await Room.open(this.#parts));
    this.#fill();
    return room;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#filling;
    await Promise.all(this.#spares.map((room) => room.close()));
    this.#spares = [];
  }

  /** Opens one spare after the other until there are enough. */
  #fill(): void {
    const enough = () => this.#closed || this.#spares.length >= this.#parts.limits.spares;
    if (this.#filling || enough()) return;
    this.#filling = (async () => {
      try {
        while (!enough()) this.#keep(await Room.open(this.#parts));
      } catch (error) {
        this.#log.error('A spare kernel could not be started', error);
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
