import { rankBetween } from '../notebook/rank-between.ts';
import { scratchBySpot } from '../notebook/scratch-order.ts';
import {
  spotBeside,
  spotOf,
  type PlacedLesson,
  type ScratchPlace,
  type ScratchSide,
} from '../notebook/scratch-spot.ts';
import { makeRunId } from '../notebook/run-id.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import {
  loadScratchCell,
  loadScratchCells,
  removeScratchCell,
  saveScratchCell,
  type KeptScratch,
} from '../storage/scratch-cells.ts';
import { scratchLesson } from '../tutorial/scratch-lesson.ts';
import { CellState } from './cell.svelte.ts';
import type { CellSurroundings } from './cell-surroundings.ts';

/** A scratch cell on the page. */
export interface ScratchCell {
  slug: string;
  place: ScratchPlace;
  cell: CellState;
}

/** The learner's own cells: where they stand, and how they come and go. */
export class ScratchCells {
  readonly #lessons: readonly PlacedLesson[];
  readonly #surroundings: CellSurroundings;
  readonly #storage: SafeStorage;
  #cells = $state.raw<readonly ScratchCell[]>([]);
  /** Those that were removed while this page lives, the last one at the end. */
  #removed = $state.raw<readonly ScratchCell[]>([]);

  constructor(
    lessons: readonly PlacedLesson[],
    surroundings: CellSurroundings,
    storage: SafeStorage,
  ) {
    this.#lessons = lessons;
    this.#surroundings = surroundings;
    this.#storage = storage;
  }

  readonly bySpot: ReadonlyMap<string, readonly ScratchCell[]> = $derived.by(() =>
    scratchBySpot(this.#cells, this.#lessons),
  );
  readonly removedBySpot: ReadonlyMap<string, readonly ScratchCell[]> = $derived.by(() =>
    scratchBySpot(this.#removed, this.#lessons),
  );

  get all(): readonly ScratchCell[] {
    return this.#cells;
  }

  get removed(): readonly ScratchCell[] {
    return this.#removed;
  }

  /** Takes up the kept cells, once scripts run. */
  load(): void {
    this.#cells = loadScratchCells(this.#storage).map((kept) => this.#make(kept));
    for (const { cell } of this.#cells) cell.load();
  }

  /** A new, empty cell directly above or below another one. */
  add(anchor: string, side: ScratchSide): CellState {
    const slug = `scratch-${makeRunId().slice(0, 16)}`;
    const place = this.#placeBeside(anchor, side);
    const made = this.#make({ slug, title: this.#nextTitle(), place });
    this.#keep(made);
    this.#cells = [...this.#cells, made];
    return made.cell;
  }

  /** Takes a cell away; `undoRemove` brings it back. */
  remove(slug: string): void {
    const cell = this.#cells.find((candidate) => candidate.slug === slug);
    if (!cell) return;
    this.#cells = this.#cells.filter((candidate) => candidate !== cell);
    this.#removed = [...this.#removed, cell];
    removeScratchCell(this.#storage, slug);
  }

  /** Brings back the cell that was removed last, or the one named; null when there is none. */
  undoRemove(slug = this.#removed.at(-1)?.slug): CellState | null {
    const cell = this.#removed.find((candidate) => candidate.slug === slug);
    if (!cell) return null;
    this.#removed = this.#removed.filter((candidate) => candidate !== cell);
    this.#keep(cell);
    this.#cells = [...this.#cells, cell];
    return cell.cell;
  }

  #make({ slug, title, place }: Omit<KeptScratch, 'text'>): ScratchCell {
    const cell = new CellState({
      lesson: scratchLesson(slug, title),
      isScratch: true,
      surroundings: this.#surroundings,
      keeper: {
        load: () => {
          const kept = loadScratchCell(this.#storage, slug);
          return kept && { text: kept.text, original: null };
        },
        save: (kept) =>
          saveScratchCell(this.#storage, {
            slug,
            title,
            text: kept?.text ?? '',
            place: this.#cells.find((candidate) => candidate.slug === slug)?.place ?? place,
          }),
      },
    });
    return { slug, place, cell };
  }

  #keep({ slug, place, cell }: ScratchCell): void {
    saveScratchCell(this.#storage, { slug, title: cell.title, text: cell.text, place });
  }

  #nextTitle(): string {
    const numbers = [...this.#cells, ...this.#removed].map(({ cell }) =>
      Number(/^Scratch cell (\d+)$/.exec(cell.title)?.[1] ?? 0),
    );
    return `Scratch cell ${Math.max(0, ...numbers) + 1}`;
  }

  #placeBeside(anchor: string, side: ScratchSide): ScratchPlace {
    const neighbour = this.#cells.find(({ slug }) => slug === anchor);
    if (neighbour) {
      const there = this.bySpot.get(spotOf(neighbour.place, this.#lessons)) ?? [];
      const index = there.indexOf(neighbour) + (side === 'below' ? 1 : 0);
      return { ...neighbour.place, rank: this.#rankAt(there, index) };
    }
    const lesson = this.#lessons.find(({ cells }) => cells.includes(anchor))?.slug;
    if (lesson === undefined) throw new Error(`the notebook has no cell ${anchor}`);
    const there = this.bySpot.get(spotBeside(anchor, side)) ?? [];
    const rank = this.#rankAt(there, side === 'above' ? there.length : 0);
    return { lesson, anchor, side, rank };
  }

  /** A rank for the `index`-th place among some cells; they are ranked anew when there is no room between two. */
  #rankAt(there: readonly ScratchCell[], index: number): number {
    const rank = (at: number) => there[at]?.place.rank ?? null;
    const between = rankBetween(rank(index - 1), rank(index));
    if (between !== null) return between;
    const moved = there.map((cell, at) => ({ ...cell, place: { ...cell.place, rank: at } }));
    this.#cells = this.#cells.map((cell) => moved.find(({ slug }) => slug === cell.slug) ?? cell);
    for (const cell of moved) this.#keep(cell);
    return index - 0.5;
  }
}
