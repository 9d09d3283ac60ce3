import { createSubscriber } from 'svelte/reactivity';

/** How often a clock that somebody looks at moves on, in ms. */
const tick = 100;

/**
 * The server's time as the page knows it. It ticks only while something on the page reads it, and
 * allows for a clock of the server that differs from this machine's.
 */
export class Clock {
  /** This machine's time minus the server's, in ms. */
  #skew = 0;
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, tick);
    return () => clearInterval(timer);
  });

  /** Unix time in ms, reactive. */
  get now(): number {
    this.#subscribe();
    return this.#read();
  }

  /** Sets the clock by something that has just happened at this time of the server (Unix ms). */
  synchronize(at: number): void {
    this.#skew = Date.now() - at;
  }

  #read(): number {
    return Date.now() - this.#skew;
  }

  /** Unix time in ms at this moment, for one use. */
  peek(): number {
    return this.#read();
  }
}
