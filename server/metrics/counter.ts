import type { Family } from './family.ts';

/** Counts what happens, apart for each value of one label. All values are there from the start, at 0. */
export class Counter<Value extends string> {
  #name: string;
  #help: string;
  #label: string;
  #counts: Map<Value, number>;

  /** @param label its name, or '' when there is one value without one */
  constructor(name: string, help: string, label: string, values: readonly Value[]) {
    this.#name = name;
    this.#help = help;
    this.#label = label;
    this.#counts = new Map(values.map((value) => [value, 0]));
  }

  add(value: Value, by = 1): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + by);
  }

  read(): Family {
    const samples = [...this.#counts].map(([value, count]) => ({
      labels: this.#label === '' ? {} : { [this.#label]: value },
      value: count,
    }));
    return { name: this.#name, help: this.#help, type: 'counter', samples };
  }
}
