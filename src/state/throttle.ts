/**
 * Calls something at most once in `interval` ms: at once when it has not been called for so long, else
 * when the interval is over. However often it is asked for, the last request is always followed by a call.
 */
export class Throttle {
  readonly #interval: number;
  readonly #call: () => void;
  #last = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(interval: number, call: () => void) {
    this.#interval = interval;
    this.#call = call;
  }

  request(): void {
    if (this.#timer !== null) return;
    const wait = this.#last + this.#interval - performance.now();
    if (wait <= 0) this.now();
    else this.#timer = setTimeout(() => this.now(), wait);
  }

  /** Calls without waiting. */
  now(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#call();
    // Counted from its end, so that a slow call leaves the browser time for other things.
    this.#last = performance.now();
  }
}
