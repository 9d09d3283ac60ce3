import type { Span } from '../language/language-api.ts';

/** Ways into the texts of cells, for whoever wants to lead the learner there. */
export class CellDoors {
  readonly #doors = new Map<string, (span: Span) => void>();

  /** @returns what takes the way away again */
  add(slug: string, enter: (span: Span) => void): () => void {
    this.#doors.set(slug, enter);
    return () => {
      if (this.#doors.get(slug) === enter) this.#doors.delete(slug);
    };
  }

  /** Puts the cursor into a cell's text, if there is a way. */
  enter(slug: string, span: Span): void {
    this.#doors.get(slug)?.(span);
  }
}
