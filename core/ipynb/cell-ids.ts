/** Longest id that Jupyter's format allows. */
const MAX_ID = 64;

/** Ids of the cells of a notebook, each given once. */
export class CellIds {
  readonly #given: Set<string>;

  /** @param given those that cells have already */
  constructor(given: readonly string[]) {
    this.#given = new Set(given);
  }

  /** An id of this kind: `text-1`, `text-2`. */
  fresh(kind: string): string {
    for (let number = 1; ; number++) {
      const end = `-${number}`;
      const id = kind.slice(0, MAX_ID - end.length) + end;
      if (this.#given.has(id)) continue;
      this.#given.add(id);
      return id;
    }
  }
}
