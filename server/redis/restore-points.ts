import { KeptBytes, readDump, type KeptKeys } from './kept-keys.ts';
import type { AdminClient } from './redis-instance.ts';
import { DUMP_SCRIPT } from './restore-script.ts';
import { Script } from './script.ts';
import { withRoom } from './with-room.ts';

/** How much of one Redis is remembered; beyond, the oldest points are forgotten. */
export interface RestoreLimits {
  points: number;
  /** Bytes of all points together; what two points share counts once. */
  bytes: number;
}

/** More keys than this are not kept: putting them back would hold up Redis. */
const MAX_KEYS = 5000;

/** A dump up to this size fits into the buffers that Redis allows any client. */
const SMALL_BYTES = 1024 * 1024;

const UNKNOWN = '';
const script = new Script(DUMP_SCRIPT);

interface Point {
  readonly id: string;
  readonly fingerprint: string;
  readonly keys: KeptKeys;
}

/**
 * What one Redis held at some moments, to put it back: all keys of database 0, with their groups,
 * pending entries and expiry, by DUMP and RESTORE. Both methods throw what node-redis throws when
 * the connection is lost.
 */
export class RestorePoints {
  #admin: AdminClient;
  #limits: RestoreLimits;
  /** Oldest first. */
  #points: Point[] = [];
  #kept = new KeptBytes();
  #last: Promise<unknown> = Promise.resolve();

  constructor(admin: AdminClient, limits: RestoreLimits) {
    this.#admin = admin;
    this.#limits = limits;
  }

  /** What can be put back, oldest first. */
  get ids(): string[] {
    return this.#points.map(({ id }) => id);
  }

  /**
   * Remembers all keys as they are now; costs next to nothing when nothing was written since the
   * last point. An earlier point of the same id is forgotten.
   * @returns false when there is too much to remember
   */
  keep(id: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const now = await this.#dump();
      this.#remove((point) => point.id === id);
      if (!now) return false;
      this.#points.push({ ...now, id });
      this.#kept.add(now.keys);
      const { points, bytes } = this.#limits;
      while (this.#points.length > points || this.#kept.bytes > bytes) {
        const [oldest] = this.#points;
        this.#remove((point) => point === oldest);
      }
      return this.ids.includes(id);
    });
  }

  /**
   * Puts the database back to what it was, in one MULTI. Keys that have expired since stay away.
   * Clients that wait in a blocking command get the error UNBLOCKED: what they wait for is another
   * time's.
   * @returns false when nothing is kept under this id; then nothing is changed
   */
  restore(id: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const point = this.#points.find((one) => one.id === id);
      if (!point) return false;
      await withRoom(this.#admin, async () => {
        const multi = this.#admin.multi();
        for (const client of await blockedClients(this.#admin)) {
          multi.addCommand(['CLIENT', 'UNBLOCK', client, 'ERROR']);
        }
        multi.addCommand(['FLUSHDB', 'SYNC']);
        for (const { key, payload, expiresAt } of point.keys.values()) {
          multi.addCommand(['RESTORE', key, String(expiresAt), payload, 'ABSTTL']);
        }
        await multi.exec();
      });
      return true;
    });
  }

  /** Forgets all of them. */
  forget(): void {
    this.#remove(() => true);
  }

  /** What Redis holds now; null when it is too much. */
  async #dump(): Promise<Omit<Point, 'id'> | null> {
    const former = this.#points.at(-1);
    const ask = (bytes: number) =>
      script.runForBytes(this.#admin, [
        former?.fingerprint ?? UNKNOWN,
        String(MAX_KEYS),
        String(bytes),
      ]);
    let reply = await ask(Math.min(SMALL_BYTES, this.#limits.bytes));
    if (String(reply) === 'too large' && this.#limits.bytes > SMALL_BYTES) {
      reply = await withRoom(this.#admin, () => ask(this.#limits.bytes));
    }
    if (Array.isArray(reply)) {
      const [fingerprint, ...dump]: unknown[] = reply;
      return { fingerprint: String(fingerprint), keys: readDump(dump, former?.keys ?? new Map()) };
    }
    return former && String(reply) === 'same' ? former : null;
  }

  #remove(isGone: (point: Point) => boolean): void {
    for (const point of this.#points.filter(isGone)) this.#kept.remove(point.keys);
    this.#points = this.#points.filter((point) => !isGone(point));
  }

  /** One after the other: with two at once, one would set back the room that the other needs. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** The ids of the clients that wait in a blocking command. */
async function blockedClients(admin: AdminClient): Promise<string[]> {
  const list = String(await admin.sendCommand(['CLIENT', 'LIST']));
  return list.split('\n').flatMap((line) => {
    const isBlocked = / flags=[A-Za-z]*b/.test(line);
    return (isBlocked && /^id=(\d+)/.exec(line)?.[1]) || [];
  });
}
