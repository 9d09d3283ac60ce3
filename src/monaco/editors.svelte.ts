import { SvelteMap } from 'svelte/reactivity';
import type { Problem } from '../language/language-api.ts';
import { CellDoors } from './cell-doors.ts';
import { loadWorkbench } from './load-workbench.ts';
import type { NotebookCell } from './notebook-cell.ts';
import { Pauses } from '../idle/pauses.ts';
import { TypeCheck } from './type-check.ts';
import type { Workbench } from './workbench.ts';

/** The editors of the page, from before there are any: loads what they need, and tells what it found. */
export class Editors {
  readonly #cells: () => readonly NotebookCell[];
  /** What editors are made with; null until it has been loaded. */
  bench = $state.raw<Workbench | null>(null);
  #loading: Promise<Workbench> | null = null;
  readonly #pauses = new Pauses();
  readonly doors = new CellDoors();

  /** What the types say about the cells that were in view, by slug. */
  readonly #problems = new SvelteMap<string, { text: string; list: readonly Problem[] }>();
  readonly typeCheck: TypeCheck;

  /** @param cells gives the notebook's cells, in reading order */
  constructor(cells: () => readonly NotebookCell[]) {
    this.#cells = cells;
    this.typeCheck = new TypeCheck({
      cells,
      diagnose: async (slug) => this.bench?.diagnose(slug) ?? null,
      onFound: (cell, text, list) => {
        this.#problems.set(cell.slug, { text, list });
        this.bench?.mark(cell, 'types', list);
      },
    });
  }

  /** Loads the editor, once. When it cannot be loaded, the next call tries again. */
  load(): Promise<Workbench> {
    this.#pauses.end();
    return this.#loadOnce();
  }

  /** Loads the editor when the browser has nothing better to do, and a little at a time. */
  loadWhenIdle(): void {
    // Without it, the first focus tries again.
    void this.#loadOnce().catch(() => undefined);
  }

  #loadOnce(): Promise<Workbench> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<Workbench> {
    await this.#pauses.take();
    const bench = await loadWorkbench(this.#cells, this.#pauses);
    this.bench = bench;
    this.typeCheck.start();
    return bench;
  }

  /** The problems of a cell's text as it is; of an older one, none. */
  problemsOf({ slug, text }: NotebookCell): readonly Problem[] {
    const found = this.#problems.get(slug);
    return found?.text === text ? found.list : [];
  }

  /** Tidies up the text of a cell; without an editor, the text stays as it is. */
  async format(cell: NotebookCell): Promise<void> {
    const bench = await this.load().catch(() => null);
    await bench?.format(cell);
  }

  /** Goes to the declaration of the name at an offset of a cell, if it is in a cell. */
  async define(slug: string, offset: number): Promise<void> {
    const place = await this.bench?.define({ slug, offset });
    if (place) this.doors.enter(place.slug, place.span);
  }
}
