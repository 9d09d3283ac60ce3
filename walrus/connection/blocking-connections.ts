import { ErrorReply } from 'redis';
import type { AnyClient } from './client.ts';

/** Thrown to whoever waits for a blocking read while its Database is being closed. */
export class DatabaseClosedError extends Error {
  override readonly name = 'DatabaseClosedError';
  constructor() {
    super('The Database was closed.');
  }
}

interface Waiter {
  wake(): void;
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
  readonly #open = new Set<AnyClient>();
  readonly #free: AnyClient[] = [];
  readonly #waiting: Waiter[] = [];
  #closed = false;

  constructor(client: AnyClient, limit: number) {
    this.#client = client;
    this.#limit = limit;
  }

  /** How many connections are open now, busy or free. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Runs `work` on a connection that nobody else uses meanwhile. When `signal` aborts, the
   * connection is destroyed (Redis has no other way to take back a blocked command that costs no
   * second connection), and the promise rejects with the signal's reason.
   */
  async run<T>(work: (client: AnyClient) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const client = await this.#acquire(signal);
    const abort = () => this.#destroy(client);
    signal?.addEventListener('abort', abort, { once: true });
    let reusable = false;
    try {
      signal?.throwIfAborted();
      if (!client.isOpen) await this.#connect(client);
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

  /** Destroys every connection; reads that wait on them reject with a DatabaseClosedError. */
  close(): void {
    this.#closed = true;
    for (const client of [...this.#open]) this.#destroy(client);
    for (const waiter of this.#waiting.splice(0)) waiter.wake();
  }

  async #acquire(signal?: AbortSignal): Promise<AnyClient> {
    for (;;) {
      if (this.#closed) throw new DatabaseClosedError();
      const free = this.#free.pop();
      if (free?.isReady) return free;
      if (free) this.#destroy(free);
      else if (this.#open.size < this.#limit) return this.#duplicate();
      else await this.#turn(signal);
    }
  }

  #duplicate(): AnyClient {
    const options = this.#client.options;
    const client = this.#client.duplicate({
      ...options,
      commandOptions: { ...options.commandOptions, timeout: 0 },
      socket: { ...options.socket, reconnectStrategy: false },
    });
    // Without a listener, node-redis would turn a lost connection into an uncaught exception.
    // Whoever reads on the connection learns of it from the rejected read.
    client.on('error', () => undefined);
    this.#open.add(client);
    return client;
  }

  async #connect(client: AnyClient): Promise<void> {
    await client.connect();
    if (!this.#open.has(client)) {
      // Aborted or closed while the connection was being made.
      if (client.isOpen) client.destroy();
      throw new DatabaseClosedError();
    }
  }

  #turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        wake: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      const abort = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(waiter);
    });
  }

  #release(client: AnyClient, reusable: boolean): void {
    if (reusable && client.isReady && this.#open.has(client)) this.#free.push(client);
    else this.#destroy(client);
    this.#waiting.shift()?.wake();
  }

  #destroy(client: AnyClient): void {
    this.#open.delete(client);
    if (client.isOpen) client.destroy();
  }
}
