/** A room that was taken so long ago (ms) says nothing of how many will be wanted soon. */
const MEMORY_MS = 60_000;

/**
 * How many rooms are kept warm: as many as were taken within the last minute, because those who come
 * in a crowd are followed by others, within bounds. Times are in ms on a clock that only goes forward.
 */
export class SpareCount {
  #least: number;
  #most: number;
  #taken: number[] = [];

  constructor(least: number, most: number) {
    this.#least = least;
    this.#most = Math.max(least, most);
  }

  /** Somebody has asked for a room. */
  took(now: number): void {
    this.#taken.push(now);
    if (this.#taken.length > this.#most) this.#taken.shift();
  }

  wanted(now: number): number {
    // Nobody wants any.
    if (this.#least === 0) return 0;
    const recent = this.#taken.filter((at) => now - at < MEMORY_MS).length;
    return Math.min(this.#most, Math.max(this.#least, recent));
  }
}
