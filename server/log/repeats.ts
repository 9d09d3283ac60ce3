/** How long an event is not told again, in ms. */
const QUIET_MS = 10_000;
/** Events that are remembered; with more, all are forgotten and may be told again. */
const MOST = 1000;

/**
 * Keeps an event that happens a thousand times a second from filling the disk: it is told once in ten
 * seconds, and then how often it happened unsaid.
 */
export class Repeats {
  #told = new Map<string, { at: number; unsaid: number }>();

  /** @returns how many went unsaid before this one; null when this one is not to be told either */
  next(key: string, now: number): number | null {
    const before = this.#told.get(key);
    if (before && now - before.at < QUIET_MS) {
      before.unsaid++;
      return null;
    }
    if (this.#told.size >= MOST) this.#told.clear();
    this.#told.set(key, { at: now, unsaid: 0 });
    return before?.unsaid ?? 0;
  }
}
