import { ErrorReply } from 'redis';
import { abortable } from './abortable.ts';
import type { AnyClient } from './client.ts';

/** Thrown to whoever waits for a blocking read while its Database is being closed. */
export class DatabaseClosedError extends Error {
  override readonly name = 'DatabaseClosedError';
  constructor() {
    super('The Database was closed.');
  }
}

/**
 * The connections on which blocking commands wait. A command that blocks holds its connection, so
 * each gets one of its own: opened when first needed, used again when free, at most `limit` at a
 * time (a read beyond that waits for one to become free), and closed with the Database.
 *
 * They never reconnect by themselves: a read whose connection was lost must reject, and the next
 * read opens a new one.
 */
export class BlockingConnections {
  readonly #client: AnyClient;
  readonly #limit: number;
  /** Connected, or about to be. */
  readonly #open = new Set<AnyClient>();
  readonly #connecting = new Set<Promise<unknown>>();
  readonly #free: AnyClient[] = [];
  readonly #waiting = new Set<() => void>();
  #closed = false;

  constructor(client: AnyClient, limit: number) {
    this.#client = client;
    this.#limit = limit;
  }

  /**
   * Runs `work` on a connection that nobody else uses meanwhile. When `signal` aborts, the
   * connection is destroyed, which is how Redis learns that nobody waits any more, and the promise
   * rejects with the signal's reason.
   */
  async run<T>(work: (client: AnyClient) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const client = await this.#acquire(signal);
    const abort = () => this.#destroy(client);
    signal?.addEventListener('abort', abort, { once: true });
    let reusable = false;
    try {
      signal?.throwIfAborted();
      const result = await work(client);
      reusable = true;
      return result;
    } catch (error) {
      // The server answered, so the connection itself is sound.
      reusable = error instanceof ErrorReply;
      if (this.#closed) throw new DatabaseClosedError();
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#release(client, reusable);
    }
  }

  /**
   * Destroys every connection; reads that wait on them reject with a DatabaseClosedError. Resolves
   * when none is left, not even one that was just being made.
   */
  async close(): Promise<void> {
    this.#closed = true;
    for (const client of [...this.#open]) if (client.isReady) this.#destroy(client);
    for (const wake of [...this.#waiting]) wake();
    await Promise.allSettled(this.#connecting);
  }

  async #acquire(signal?: AbortSignal): Promise<AnyClient> {
    for (;;) {
      if (this.#closed) throw new DatabaseClosedError();
      const free = this.#free.pop();
      if (free?.isReady) return free;
      if (free) this.#destroy(free);
      else if (this.#open.size < this.#limit) return this.#connect(signal);
      else await this.#turn(signal);
    }
  }

  async #connect(signal?: AbortSignal): Promise<AnyClient> {
    const { commandOptions, socket } = this.#client.options;
    const client = this.#client.duplicate({
      commandOptions: { ...commandOptions, timeout: 0 },
      socket: { ...socket, reconnectStrategy: false },
    });
    // Without a listener, node-redis would turn a lost connection into an uncaught exception.
    // Whoever reads on the connection learns of it from the rejected read.
    client.on('error', () => undefined);
    this.#open.add(client);
    const connecting = client.connect().then(() => {
      if (this.#closed) throw new DatabaseClosedError();
    });
    this.#connecting.add(connecting);
    const settled = connecting.then(
      () => true,
      () => false,
    );
    void settled.then(() => this.#connecting.delete(connecting));
    try {
      await abortable(connecting, signal);
      return client;
    } catch (error) {
      // A client that is destroyed while it connects never settles, so it is let finish first.
      void settled.then((connected) => this.#release(client, connected));
      throw error;
    }
  }

  async #turn(signal?: AbortSignal): Promise<void> {
    let wake: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#waiting.add(wake);
    try {
      await abortable(turn, signal);
    } finally {
      this.#waiting.delete(wake);
    }
  }

  #release(client: AnyClient, reusable: boolean): void {
    if (reusable && client.isReady && this.#open.has(client) && !this.#closed) {
      this.#free.push(client);
    } else this.#destroy(client);
    const [next] = this.#waiting;
    if (!next) return;
    this.#waiting.delete(next);
    next();
  }

  #destroy(client: AnyClient): void {
    this.#open.delete(client);
    if (client.isOpen) client.destroy();
  }
}
