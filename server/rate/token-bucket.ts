/** A bucket in debt is out of it after so many seconds at most. */
const LONGEST_DEBT_S = 5;

/**
 * Bounds how often something happens on average, and lets it happen several times at once: every
 * piece takes tokens, which come back at a steady rate. Times are in ms on a clock that only goes
 * forward.
 */
export class TokenBucket {
  #capacity: number;
  #perSecond: number;
  #tokens: number;
  #at: number;

  /** A full bucket. @param capacity how much may happen at once */
  constructor(capacity: number, perSecond: number, now: number) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
    this.#tokens = capacity;
    this.#at = now;
  }

  /** Takes all of an amount, or nothing: false. */
  take(amount: number, now: number): boolean {
    this.#refill(now);
    if (amount > this.#tokens) return false;
    this.#tokens -= amount;
    return true;
  }

  /** Takes as much of an amount as there is, and tells how much that was. */
  takePart(amount: number, now: number): number {
    this.#refill(now);
    const part = Math.min(amount, Math.max(0, Math.floor(this.#tokens)));
    this.#tokens -= part;
    return part;
  }

  /**
   * Takes an amount even when there is too little.
   * @returns how long to wait until the bucket is out of debt, in ms; 0 when it is not in debt
   */
  spend(amount: number, now: number): number {
    this.#refill(now);
    this.#tokens = Math.max(this.#tokens - amount, -this.#perSecond * LONGEST_DEBT_S);
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#perSecond) * 1000);
  }

  /** True when nothing of it is in use: it is like a new one. */
  isFull(now: number): boolean {
    this.#refill(now);
    return this.#tokens >= this.#capacity;
  }

  #refill(now: number): void {
    const come = ((now - this.#at) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#capacity, this.#tokens + come);
    this.#at = now;
  }
}
