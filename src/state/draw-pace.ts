/** Calls something before the next frame is painted; the result takes that back. */
export type NextFrame = (call: () => void) => () => void;

export interface Pace {
  /** Time for each call in the long run, in ms. */
  interval: number;
  /** How many calls may follow each other faster than that after a quiet time. */
  burst: number;
}

/**
 * Draws what was asked for with the next frame: once, however often it was asked for. What a learner does
 * takes a few frames and is drawn in each; a cell that prints in a loop takes thousands, and is drawn at
 * intervals. The last request is always followed by a call.
 */
export class DrawPace {
  readonly #pace: Pace;
  readonly #call: () => void;
  readonly #nextFrame: NextFrame;
  /** Calls that are free, as of #since. */
  #left: number;
  #since = performance.now();
  /** Before that moment nothing is drawn for what was asked for; it may be over. */
  #notBefore = 0;
  #takeBack: (() => void) | null = null;

  constructor(pace: Pace, call: () => void, nextFrame: NextFrame) {
    this.#pace = pace;
    this.#call = call;
    this.#nextFrame = nextFrame;
    this.#left = pace.burst;
  }

  /**
   * @param notBefore the moment, as performance.now() counts, until which this can wait for more; another
   * request that cannot wait takes it along
   */
  request(notBefore = 0): void {
    if (this.#takeBack !== null) {
      if (this.#notBefore <= notBefore) return;
      this.#takeBack();
    }
    this.#notBefore = notBefore;
    this.#refill();
    const wait = Math.max((1 - this.#left) * this.#pace.interval, notBefore - this.#since);
    if (wait <= 0) {
      this.#takeBack = this.#nextFrame(() => this.now());
      return;
    }
    const timer = setTimeout(() => this.now(), wait);
    this.#takeBack = () => clearTimeout(timer);
  }

  /** Something new is asked for by a learner: its first calls follow each other as after a quiet time. */
  begin(): void {
    this.#left = this.#pace.burst;
    this.#since = performance.now();
  }

  /** Calls without waiting. */
  now(): void {
    this.#takeBack?.();
    this.#takeBack = null;
    this.#call();
    this.#refill();
    this.#left -= 1;
  }

  /** Counted up to this moment. A slow call has used up its time: it leaves the browser some. */
  #refill(): void {
    const now = performance.now();
    const { interval, burst } = this.#pace;
    this.#left = Math.min(burst, this.#left + (now - this.#since) / interval);
    this.#since = now;
  }
}
