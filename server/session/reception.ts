import type WebSocket from 'ws';
import type { ServerMessage } from '../../core/protocol/server-message.ts';
import type { Limits } from '../config/limits.ts';
import type { Log } from '../log/log.ts';
import type { LimitName } from '../log/server-event.ts';
import { tooManyConnections, type Refusal } from './refusal.ts';

/** WebSocket close code: try again later. */
const TRY_AGAIN_LATER = 1013;

/** How long somebody who is refused may take to hear that, in ms, and how many may at once. */
const GOODBYE_MS = 1000;
const MOST_GOODBYES = 100;

/** Takes in WebSockets, as many as there may be: in all, and from one address. */
export class Reception {
  #limits: Limits;
  #log: Log;
  #takeIn: (socket: WebSocket, address: string) => void;
  /** Connections that are open, by address. */
  #open = new Map<string, number>();
  #all = 0;
  #goodbyes = 0;

  /** @param open takes a page in */
  constructor(limits: Limits, log: Log, open: (socket: WebSocket, address: string) => void) {
    this.#limits = limits;
    this.#log = log;
    this.#takeIn = open;
  }

  /** @param address where the page comes from */
  receive(socket: WebSocket, address: string): void {
    const limit = this.#limitOf(address);
    if (limit !== null) {
      this.#log.tell({ event: 'limit-hit', limit, session: null });
      this.#sayGoodbye(socket, tooManyConnections(limit, this.#limits[limit]));
      return;
    }
    this.#count(address, 1);
    socket.once('close', () => this.#count(address, -1));
    this.#takeIn(socket, address);
  }

  /** The limit that one more connection would exceed. */
  #limitOf(address: string): (('connections' | 'connectionsPerAddress') & LimitName) | null {
    if (this.#all >= this.#limits.connections) return 'connections';
    const open = this.#open.get(address) ?? 0;
    return open >= this.#limits.connectionsPerAddress ? 'connectionsPerAddress' : null;
  }

  #count(address: string, change: 1 | -1): void {
    this.#all += change;
    const open = (this.#open.get(address) ?? 0) + change;
    if (open === 0) this.#open.delete(address);
    else this.#open.set(address, open);
  }

  #sayGoodbye(socket: WebSocket, { reason, message }: Refusal): void {
    socket.on('error', () => socket.terminate());
    if (this.#goodbyes >= MOST_GOODBYES) {
      socket.terminate();
      return;
    }
    this.#goodbyes++;
    const late = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once('close', () => {
      this.#goodbyes--;
      clearTimeout(late);
    });
    const refused: ServerMessage = { type: 'refused', reason, message, run: null };
    socket.send(JSON.stringify(refused));
    socket.close(TRY_AGAIN_LATER);
  }
}
