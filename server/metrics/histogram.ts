import type { Family } from './family.ts';

/** How many durations were at most so long, for a list of bounds in seconds. */
export class Histogram {
  #name: string;
  #help: string;
  #bounds: readonly number[];
  /** How many fell between each bound and the one before; the last one above all. */
  #counts: number[];
  #sum = 0;

  /** @param bounds in seconds, rising */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.#name = name;
    this.#help = help;
    this.#bounds = bounds;
    this.#counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  /** @param ms the clock may have been set back: never less than 0 */
  observe(ms: number): void {
    const seconds = Math.max(0, ms) / 1000;
    const index = this.#bounds.findIndex((bound) => seconds <= bound);
    const place = index < 0 ? this.#bounds.length : index;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#sum += seconds;
  }

  read(): Family {
    let below = 0;
    const buckets = this.#counts.map((count, index) => ({
      suffix: '_bucket',
      labels: { le: String(this.#bounds[index] ?? '+Inf') },
      value: (below += count),
    }));
    const rest = [
      { suffix: '_sum', value: this.#sum },
      { suffix: '_count', value: below },
    ];
    return {
      name: this.#name,
      help: this.#help,
      type: 'histogram',
      samples: [...buckets, ...rest],
    };
  }
}
