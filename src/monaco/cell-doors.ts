import { focusCell } from '../cell/focus-cell.ts';
import type { Span } from '../language/language-api.ts';

/** Ways into the texts of cells, for whoever wants to lead the learner there. */
export class CellDoors {
  readonly #doors = new Map<string, (span: Span) => void>();
  /** Somebody who waits for a cell that is not live yet. */
  #waiting: { slug: string; span: Span } | null = null;

  /** @returns what takes the way away again */
  add(slug: string, enter: (span: Span) => void): () => void {
    this.#doors.set(slug, enter);
    if (this.#waiting?.slug === slug) this.enter(slug, this.#waiting.span);
    return () => {
      if (this.#doors.get(slug) === enter) this.#doors.delete(slug);
    };
  }

  /** Puts the cursor into a cell's text. A cell that is not live yet becomes so by being selected. */
  enter(slug: string, span: Span): void {
    const door = this.#doors.get(slug);
    this.#waiting = door ? null : { slug, span };
    if (door) door(span);
    else focusCell(slug);
  }
}
