/**
 * A list in the making, whose items have a key each. The list it began as is neither changed nor
 * copied before an item is; then it is copied once, whatever the number of changes.
 */
export class DraftList<T> {
  readonly #base: T[];
  readonly #keyOf: (item: T) => string;
  readonly #compare: (a: T, b: T) => number;
  #items: Map<string, T> | null = null;
  #isInOrder = true;

  constructor(base: T[], keyOf: (item: T) => string, compare: (a: T, b: T) => number) {
    this.#base = base;
    this.#keyOf = keyOf;
    this.#compare = compare;
  }

  get(key: string): T | undefined {
    return this.#open().get(key);
  }

  set(item: T): void {
    const items = this.#open();
    const key = this.#keyOf(item);
    if (!items.has(key)) this.#isInOrder = false;
    items.set(key, item);
  }

  delete(key: string): void {
    this.#open().delete(key);
  }

  /** The list in its order; the very list it began as when all its items are the same. */
  finish(): T[] {
    if (this.#items === null) return this.#base;
    const items = [...this.#items.values()];
    // Sorting what is in order already, as entries are that come one after the other, is linear.
    if (!this.#isInOrder) items.sort(this.#compare);
    const isSame =
      items.length === this.#base.length && items.every((item, i) => item === this.#base[i]);
    return isSame ? this.#base : items;
  }

  #open(): Map<string, T> {
    this.#items ??= new Map(this.#base.map((item) => [this.#keyOf(item), item]));
    return this.#items;
  }
}
