import { randomBytes } from 'node:crypto';
import type { Limits } from '../config/limits.ts';
import type { Log } from '../log/log.ts';
import type { LimitName } from '../log/server-event.ts';
import { Rates } from '../rate/rates.ts';
import { addressIsFull, lineIsFull, startsTooFast, type Refusal } from './refusal.ts';
import type { RoomPool } from './room-pool.ts';
import { Session } from './session.ts';
import { WaitingLine, type Waiter } from './waiting-line.ts';

/** Somebody who asks for a session. */
export interface Guest extends Waiter {
  /** Where they come from, for what is limited for each address. */
  readonly address: string;
  /** Told once, when their session is there. */
  enters(session: Session): void;
}

interface Kept {
  session: Session;
  address: string;
  /** When it began, as performance.now(). */
  since: number;
  /** Pages that are connected: each is called when the session is ended while they are. */
  pages: Set<() => void>;
  /** When something was last done in it, as performance.now(). */
  usedAt: number;
  /** Ends a session that no page has been connected to for long. */
  timer: NodeJS.Timeout | null;
}

/** The sessions of a server, by their secret ids, and the line of those who wait for one. Owns them. */
export class SessionRegistry {
  #pool: RoomPool;
  #limits: Limits;
  #log: Log;
  #prefix: string;
  #sessions = new Map<string, Kept>();
  #line = new WaitingLine<Guest>();
  #starts: Rates;
  #restarts: Rates;
  /** Looks for sessions in which nothing is done. */
  #looking: NodeJS.Timeout;
  #closed = false;

  /** @param name of this server among several; null when it is alone */
  constructor(pool: RoomPool, limits: Limits, log: Log, name: string | null) {
    this.#prefix = name === null ? '' : `${name}.`;
    this.#pool = pool;
    this.#limits = limits;
    this.#log = log;
    this.#starts = new Rates(limits.startsPerMinute);
    this.#restarts = new Rates(limits.restartsPerMinute);
    const lookMs = Math.min(60_000, Math.max(50, limits.idleMs / 10));
    this.#looking = setInterval(() => this.#endIdle(), lookMs);
  }

  /** True when one more session can begin at once. */
  get hasRoom(): boolean {
    return this.#hasPlace && this.#line.length === 0;
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** How many wait for a session. */
  get waiting(): number {
    return this.#line.length;
  }

  find(id: string): Session | null {
    return this.#sessions.get(id)?.session ?? null;
  }

  /**
   * Begins a session for a guest: at once, or when their turn in the line has come. The guest is told
   * which of both before this returns.
   * @returns why they may not even wait; null when they may
   */
  enter(guest: Guest): Refusal | null {
    if (this.#ofAddress(guest.address) >= this.#limits.sessionsPerAddress) {
      this.#hit('sessionsPerAddress');
      return addressIsFull(this.#limits.sessionsPerAddress);
    }
    if (!this.#starts.take(guest.address, performance.now())) {
      this.#hit('startsPerMinute');
      return startsTooFast(this.#limits.startsPerMinute);
    }
    if (this.hasRoom) {
      guest.enters(this.#create(guest.address));
      return null;
    }
    this.#hit('sessions');
    if (this.#line.length >= this.#limits.waiting) {
      this.#hit('waiting');
      return lineIsFull(this.#limits.sessions, this.#line.length);
    }
    this.#line.join(guest);
    return null;
  }

  /** Counts a restart that is asked for; false when it is one too many within a minute. */
  mayRestart(session: Session): boolean {
    return session.isArriving || this.#restarts.take(session.id, performance.now());
  }

  /** A guest does not wait any more; nothing for one who does not. */
  leave(guest: Guest): void {
    this.#line.leave(guest);
  }

  /** Something is done in a session: it is not idle. */
  use(session: Session): void {
    const kept = this.#sessions.get(session.id);
    if (kept) kept.usedAt = performance.now();
  }

  /**
   * Says that a page is connected; the result says that it is not any more.
   * @param ended called when the session is ended meanwhile, because nothing was done in it
   */
  attach(session: Session, ended: () => void = () => undefined): () => void {
    const kept = this.#sessions.get(session.id);
    if (!kept) return () => undefined;
    kept.pages.add(ended);
    if (kept.timer) clearTimeout(kept.timer);
    kept.timer = null;
    return () => {
      kept.pages.delete(ended);
      if (kept.pages.size > 0 || this.#sessions.get(session.id) !== kept) return;
      const { detachedMs, unusedMs } = this.#limits;
      // Nothing was run: there is nothing that anybody could want to come back to.
      const keepMs = session.isUsed ? detachedMs : Math.min(detachedMs, unusedMs);
      kept.timer = setTimeout(() => void this.#drop(session), keepMs);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#looking);
    const all = [...this.#sessions.values()];
    this.#sessions.clear();
    for (const { timer } of all) if (timer) clearTimeout(timer);
    await Promise.all(all.map(({ session }) => session.close()));
  }

  #hit(limit: LimitName): void {
    this.#log.tell({ event: 'limit-hit', limit, session: null });
  }

  get #hasPlace(): boolean {
    return !this.#closed && this.#sessions.size < this.#limits.sessions;
  }

  /** Sessions of an address, with those that it waits for. */
  #ofAddress(address: string): number {
    const isFrom = (one: { address: string }) => one.address === address;
    return [...this.#sessions.values()].filter(isFrom).length + this.#line.count(isFrom);
  }

  /** A new session with an id that cannot be guessed. */
  #create(address: string): Session {
    const id = this.#prefix + randomBytes(24).toString('base64url');
    const session = new Session(id, this.#pool, this.#limits, this.#log);
    this.#sessions.set(id, {
      session,
      since: performance.now(),
      address,
      pages: new Set(),
      usedAt: performance.now(),
      timer: null,
    });
    return session;
  }

  /** Ends the sessions that have been idle for too long; one in which something runs is not. */
  #endIdle(): void {
    const now = performance.now();
    for (const kept of this.#sessions.values()) {
      if (kept.session.openRuns > 0) kept.usedAt = now;
      if (kept.pages.size === 0 || now - kept.usedAt < this.#limits.idleMs) continue;
      this.#hit('idleMs');
      for (const ended of kept.pages) ended();
      void this.#drop(kept.session);
    }
  }

  async #drop(session: Session): Promise<void> {
    const since = this.#sessions.get(session.id)?.since ?? 0;
    this.#sessions.delete(session.id);
    const ms = Math.round(performance.now() - since);
    this.#log.tell({ event: 'session-closed', session: session.shortId, ms });
    this.#admit();
    await session.close();
  }

  /** Lets in as many of those who wait as there are places. */
  #admit(): void {
    while (this.#hasPlace) {
      const guest = this.#line.next();
      if (!guest) return;
      guest.enters(this.#create(guest.address));
    }
  }
}
