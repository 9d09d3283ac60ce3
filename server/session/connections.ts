import { setTimeout } from 'node:timers/promises';
import type WebSocket from 'ws';
import type { Limits } from '../config/limits.ts';
import type { Log } from '../log/log.ts';
import { Connection } from './connection.ts';
import type { SessionRegistry } from './registry.ts';

/** All pages that are connected to a server. */
export class Connections {
  #registry: SessionRegistry;
  #limits: Limits;
  #log: Log;
  #open = new Set<Connection>();

  constructor(registry: SessionRegistry, limits: Limits, log: Log) {
    this.#registry = registry;
    this.#limits = limits;
    this.#log = log;
  }

  /** @param address where the page comes from */
  open(socket: WebSocket, address: string): void {
    const connection = new Connection(socket, this.#registry, this.#limits, this.#log, address);
    this.#open.add(connection);
    socket.once('close', () => this.#open.delete(connection));
  }

  /**
   * Says goodbye to every page. Resolves when none of them has a cell that runs, when `drainMs` has
   * passed, or when `signal` says so.
   */
  async drain(signal: AbortSignal): Promise<void> {
    const began = performance.now();
    const all = [...this.#open];
    const busy = () => all.filter(({ isBusy }) => isBusy).length;
    const ms = this.#limits.drainMs;
    this.#log.tell({ event: 'draining', pages: all.length, busy: busy(), ms });
    const done = new AbortController();
    const patience = setTimeout(ms, undefined, { signal: AbortSignal.any([signal, done.signal]) });
    await Promise.race([
      Promise.all(all.map((connection) => connection.sayGoodbye())),
      patience.catch(() => undefined),
    ]);
    done.abort();
    const cut = busy();
    this.#log.tell({ event: 'drained', cut, ms: Math.round(performance.now() - began) });
  }
}
