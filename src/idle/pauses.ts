/** Longest time that a pause waits for the browser to have nothing to do, in ms. */
const LONGEST = 2_000;

/** Work that takes longer without a pause would be felt, in ms. */
const LONGEST_WORK = 20;

/** Gaps between pieces of long work, in which the page does what the learner asks for. */
export class Pauses {
  /** True when somebody waits for the work. */
  isOver = false;
  #endPause: (() => void) | null = null;
  /** When the last pause has ended. */
  #since = -Infinity;

  /** Waits until the browser has nothing better to do. */
  async take(): Promise<void> {
    if (this.isOver) return;
    await new Promise<void>((resolve) => {
      this.#endPause = resolve;
      // Safari has no requestIdleCallback.
      if ('requestIdleCallback' in globalThis) {
        requestIdleCallback(() => resolve(), { timeout: LONGEST });
      } else setTimeout(resolve, 50);
    });
    this.#endPause = null;
    this.#since = performance.now();
  }

  /** The same, but only where work has gone on for long: between many small pieces. */
  async takeWhenDue(): Promise<void> {
    if (performance.now() - this.#since > LONGEST_WORK) await this.take();
  }

  /** Somebody waits for the work: no pauses any more. */
  end(): void {
    this.isOver = true;
    this.#endPause?.();
  }
}
