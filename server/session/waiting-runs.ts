/** How often running runs are looked at while others are queued behind them, in ms. */
const INTERVAL_MS = 250;

/**
 * Tells which running runs only wait: the kernel is free, and they have done nothing between two
 * looks. A run that sleeps for a minute need not hold up what the learner runs meanwhile.
 */
export class WaitingRuns {
  #activity: (run: string) => Promise<number | null>;
  #changed: () => void;
  #watched: string[] = [];
  #last = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #ids = new Set<string>();

  /**
   * @param activity a number that changes while a run does something; null while a Redis call of it is
   * open, or when the kernel does not answer
   * @param changed called when a run was found waiting
   */
  constructor(activity: (run: string) => Promise<number | null>, changed: () => void) {
    this.#activity = activity;
    this.#changed = changed;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Looks at these runs from now on; none ends it. */
  watch(runs: string[]): void {
    this.#watched = runs;
    if (runs.length > 0) {
      this.#timer ??= setInterval(() => void this.#look(), INTERVAL_MS);
      return;
    }
    this.close();
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#last.clear();
    this.#ids.clear();
  }

  async #look(): Promise<void> {
    let found = false;
    for (const run of this.#watched) {
      const now = await this.#activity(run).catch(() => null);
      const same = now !== null && now === this.#last.get(run);
      if (same && !this.#ids.has(run)) found = true;
      if (same) this.#ids.add(run);
      else this.#ids.delete(run);
      if (now === null) this.#last.delete(run);
      else this.#last.set(run, now);
    }
    if (found) this.#changed();
  }
}
