import type { Problem } from '../language/language-api.ts';
import type { NotebookCell } from './notebook-cell.ts';

/** How long nothing must have been typed before the types are checked again, in ms. */
const PAUSE = 400;

export interface TypeCheckOptions {
  /** The notebook's cells, in reading order. */
  cells: () => readonly NotebookCell[];
  /** Asks about one cell; null when there is no answer. */
  diagnose: (slug: string) => Promise<Problem[] | null>;
  /** The problems of a text that a cell had when it was asked about. */
  onFound: (cell: NotebookCell, text: string, problems: Problem[]) => void;
}

/** Checks the types of the cells in view, again after every change of any cell. */
export class TypeCheck {
  readonly #options: TypeCheckOptions;
  readonly #inView = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the changes, so that answers about an older notebook are recognised. */
  #state = 0;
  #isOn = false;

  constructor(options: TypeCheckOptions) {
    this.#options = options;
  }

  /** There is somebody to be asked now. */
  start(): void {
    this.#isOn = true;
    this.#soon();
  }

  /** A cell's text has changed, or it has come, gone or moved. */
  changed(): void {
    this.#state++;
    this.#soon();
  }

  /** A cell has come into view, or has left it. */
  see(slug: string, isInView: boolean): void {
    if (!isInView) {
      this.#inView.delete(slug);
    } else if (!this.#inView.has(slug)) {
      this.#inView.add(slug);
      this.#soon();
    }
  }

  #soon(): void {
    clearTimeout(this.#timer);
    if (this.#isOn) this.#timer = setTimeout(() => void this.#check(), PAUSE);
  }

  async #check(): Promise<void> {
    const state = this.#state;
    const { cells, diagnose, onFound } = this.#options;
    // One after the other, so that what a learner asks for meanwhile has to wait for one only.
    for (const cell of cells().filter(({ slug }) => this.#inView.has(slug))) {
      const { slug, text } = cell;
      const problems = await diagnose(slug);
      // What was typed meanwhile has asked for another check.
      if (this.#state !== state) return;
      if (problems) onFound(cell, text, problems);
    }
  }
}
