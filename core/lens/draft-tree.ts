import { compareText } from './compare-text.ts';

/** Something in the making; `finish` gives what it began as when nobody changed it. */
export interface Draft<T> {
  finish(): T;
}

/** A list in the making whose items are changed from inside, in the order of their names. */
export class DraftTree<T, D extends Draft<T>> {
  readonly #base: T[];
  readonly #nameOf: (item: T) => string;
  readonly #draft: (item: T) => D;
  #items: Map<string, D> | null = null;

  constructor(base: T[], nameOf: (item: T) => string, draft: (item: T) => D) {
    this.#base = base;
    this.#nameOf = nameOf;
    this.#draft = draft;
  }

  get(name: string): D | undefined {
    return this.#open().get(name);
  }

  /** Adds an item, in the place of one that has the same name. */
  set(item: T): void {
    this.#open().set(this.#nameOf(item), this.#draft(item));
  }

  delete(name: string): void {
    this.#open().delete(name);
  }

  /** The list in its order; the very list it began as when all its items are the same. */
  finish(): T[] {
    if (this.#items === null) return this.#base;
    const items = [...this.#items.values()].map((draft) => draft.finish());
    items.sort((a, b) => compareText(this.#nameOf(a), this.#nameOf(b)));
    const isSame =
      items.length === this.#base.length && items.every((item, i) => item === this.#base[i]);
    return isSame ? this.#base : items;
  }

  #open(): Map<string, D> {
    this.#items ??= new Map(this.#base.map((item) => [this.#nameOf(item), this.#draft(item)]));
    return this.#items;
  }
}
