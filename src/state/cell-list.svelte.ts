import { bySlug } from '../notebook/by-slug.ts';
import { readingOrder } from '../notebook/scratch-order.ts';
import type { PlacedLesson } from '../notebook/scratch-spot.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import type { PageLesson } from '../tutorial/page-lesson.ts';
import { CellState } from './cell.svelte.ts';
import type { CellSurroundings } from './cell-surroundings.ts';
import { editKeeper } from './edit-keeper.ts';
import { ScratchCells } from './scratch-cells.svelte.ts';

/** The cells of the notebook: those of the lessons, and between them the learner's own. */
export class CellList {
  /** The cells of the lessons, in reading order. */
  readonly ofLessons: readonly CellState[];
  readonly scratch: ScratchCells;
  readonly #placed: readonly PlacedLesson[];

  constructor(
    lessons: readonly PageLesson[],
    surroundings: CellSurroundings,
    storage: SafeStorage,
  ) {
    const cellsOf = ({ blocks }: PageLesson) =>
      blocks.flatMap((block) => (block.kind === 'cell' ? [block.cell] : []));
    this.#placed = lessons.map((lesson) => ({
      slug: lesson.slug,
      cells: cellsOf(lesson).map(({ slug }) => slug),
    }));
    this.ofLessons = lessons.flatMap(cellsOf).map((lesson) => {
      const keeper = editKeeper(storage, lesson.slug);
      return new CellState({ lesson, isScratch: false, surroundings, keeper });
    });
    this.scratch = new ScratchCells(this.#placed, surroundings, storage);
  }

  readonly #bySlug: ReadonlyMap<string, CellState> = $derived.by(() =>
    bySlug([...this.ofLessons, ...this.scratch.all.map(({ cell }) => cell)]),
  );

  /** All cells in reading order. */
  readonly all: readonly CellState[] = $derived.by(() =>
    readingOrder(this.#placed, this.scratch.bySpot).flatMap((slug) => this.find(slug) ?? []),
  );

  /** Takes up what was kept, once scripts run. */
  load(): void {
    for (const cell of this.ofLessons) cell.load();
    this.scratch.load();
  }

  /** Null for a cell that the notebook does not have, or not any more. */
  find(slug: string): CellState | null {
    return this.#bySlug.get(slug) ?? null;
  }

  /** The cell after this one; null after the last. */
  next(slug: string): CellState | null {
    return this.all[this.all.findIndex((cell) => cell.slug === slug) + 1] ?? null;
  }
}
