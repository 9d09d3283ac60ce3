import { randomBytes } from 'node:crypto';
import type { Limits } from '../config/limits.ts';
import type { Log } from '../log/log.ts';
import type { RoomPool } from './room-pool.ts';
import { Session } from './session.ts';

interface Kept {
  session: Session;
  /** Pages that are connected. */
  pages: number;
  /** Ends a session that no page has been connected to for long. */
  timer: NodeJS.Timeout | null;
}

/** The sessions of a server, by their secret ids. Owns them. */
export class SessionRegistry {
  #pool: RoomPool;
  #limits: Limits;
  #log: Log;
  #sessions = new Map<string, Kept>();

  constructor(pool: RoomPool, limits: Limits, log: Log) {
    this.#pool = pool;
    this.#limits = limits;
    this.#log = log;
  }

  /** True when one more session can begin. */
  get hasRoom(): boolean {
    return this.#sessions.size < this.#limits.sessions;
  }

  get size(): number {
    return this.#sessions.size;
  }

  find(id: string): Session | null {
    return this.#sessions.get(id)?.session ?? null;
  }

  /** A new session with an id that cannot be guessed, or null when the server is full. */
  create(): Session | null {
    if (!this.hasRoom) return null;
    const id = randomBytes(24).toString('base64url');
    const session = new Session(id, this.#pool, this.#limits, this.#log);
    this.#sessions.set(id, { session, pages: 0, timer: null });
    return session;
  }

  /** Says that a page is connected; the result says that it is not any more. */
  attach(session: Session): () => void {
    const kept = this.#sessions.get(session.id);
    if (!kept) return () => undefined;
    kept.pages++;
    if (kept.timer) clearTimeout(kept.timer);
    kept.timer = null;
    return () => {
      if (--kept.pages > 0) return;
      kept.timer = setTimeout(() => void this.#drop(session), this.#limits.detachedMs);
    };
  }

  async #drop(session: Session): Promise<void> {
    this.#sessions.delete(session.id);
    await session.close();
  }

  async close(): Promise<void> {
    const all = [...this.#sessions.values()];
    this.#sessions.clear();
    for (const { timer } of all) if (timer) clearTimeout(timer);
    await Promise.all(all.map(({ session }) => session.close()));
  }
}
