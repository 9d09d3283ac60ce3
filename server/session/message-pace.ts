import type WebSocket from 'ws';
import { TokenBucket } from '../rate/token-bucket.ts';

/** So many seconds' worth of messages may come at once: Run all sends one for every cell. */
const BURST_S = 10;

/** A large message counts for several: one more for each so many bytes. */
const BYTES_OF_ONE = 16 * 1024;

/** It is said at most so often (ms) that messages are read more slowly. */
const SAID_MS = 10_000;

/**
 * Bounds how fast the messages of one page are read. What comes too fast is not lost: the socket is
 * not read for a while, so that whoever sends has to wait. Ends with the socket.
 */
export class MessagePace {
  #socket: WebSocket;
  #bucket: TokenBucket;
  #slowed: () => void;
  #saidAt = -Infinity;
  #pause: NodeJS.Timeout | null = null;

  /** @param slowed told now and then that messages are read more slowly */
  constructor(socket: WebSocket, perSecond: number, slowed: () => void) {
    this.#socket = socket;
    this.#bucket = new TokenBucket(perSecond * BURST_S, perSecond, performance.now());
    this.#slowed = slowed;
    socket.once('close', () => this.#pause && clearTimeout(this.#pause));
  }

  /** A message of so many bytes has come. */
  count(bytes: number): void {
    const now = performance.now();
    const wait = this.#bucket.spend(1 + Math.floor(bytes / BYTES_OF_ONE), now);
    if (wait === 0) return;
    if (now - this.#saidAt >= SAID_MS) {
      this.#saidAt = now;
      this.#slowed();
    }
    // What the socket has taken in already still comes, and makes the pause longer.
    this.#socket.pause();
    if (this.#pause) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#socket.resume(), wait);
  }
}
