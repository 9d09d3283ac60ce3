import { forEachDialect } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
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
  keptScratchSlugs,
  loadScratchCell,
  loadScratchCells,
  removeScratchCell,
  saveScratchCell,
  scratchSlugOf,
  type KeptScratch,
} from '../storage/scratch-cells.ts';
import { hasCursor } from '../place/has-cursor.ts';
import { scratchLesson } from '../tutorial/scratch-lesson.ts';
import { CellState } from './cell.svelte.ts';
import type { CellSurroundings } from './cell-surroundings.ts';
import { CellText } from './cell-text.svelte.ts';
import { scratchKeeper } from './scratch-keeper.ts';
import { tabId } from './tab-id.ts';

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
  readonly #dialect: () => Dialect;
  #cells = $state.raw<readonly ScratchCell[]>([]);
  /** Those that were removed while this page lives, the last one at the end. */
  #removed = $state.raw<readonly ScratchCell[]>([]);

  constructor(
    lessons: readonly PlacedLesson[],
    surroundings: CellSurroundings,
    storage: SafeStorage,
    dialect: () => Dialect,
  ) {
    this.#lessons = lessons;
    this.#surroundings = surroundings;
    this.#storage = storage;
    this.#dialect = dialect;
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
  }

  /** A new cell directly above or below another one, empty and with the next number unless it is told otherwise. */
  add(anchor: string, side: ScratchSide, { title = this.#nextTitle(), text = '' } = {}): CellState {
    const slug = `scratch-${makeRunId().slice(0, 16)}`;
    const place = this.#placeBeside(anchor, side);
    const made = this.#make({ slug, title, place });
    this.#cells = [...this.#cells, made];
    made.cell.setText(text);
    // An empty one is kept too.
    if (text === '') this.#keep(made);
    return made.cell;
  }

  /** Puts in a cell that was kept elsewhere. False when the browser has no room to keep it. */
  put(kept: KeptScratch): boolean {
    const isKept = saveScratchCell(this.#storage, kept);
    const made = this.#make(kept);
    if (!isKept) made.cell.setText(kept.text);
    this.#cells = [...this.#cells.filter(({ slug }) => slug !== kept.slug), made];
    return isKept;
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
    this.#cells = [...this.#cells, cell];
    this.#keep(cell);
    return cell.cell;
  }

  /** Cells that only this page has, because the browser had no room for them. */
  unkept(): KeptScratch[] {
    return this.#cells
      .filter(({ cell }) => !cell.writing.isKept)
      .map(({ slug, place, cell: { title, text, writing } }) => {
        const { others, discarded, writes } = writing.kept;
        return { slug, title, text, others, discarded, writes, place };
      });
  }

  /** Another tab has written under a key of the storage; null = all may have changed. */
  follow(key: string | null): void {
    const slug = key === null ? null : scratchSlugOf(key);
    if (slug !== null) this.#followCell(slug);
    if (key !== null) return;
    for (const kept of keptScratchSlugs(this.#storage)) this.#followCell(kept);
    for (const known of this.#cells) this.#followCell(known.slug);
  }

  #followCell(slug: string): void {
    const known = this.#cells.find((candidate) => candidate.slug === slug);
    const kept = loadScratchCell(this.#storage, slug);
    if (kept === null) {
      if (known) this.#followRemoval(known);
      return;
    }
    if (!known) {
      this.#removed = this.#removed.filter((candidate) => candidate.slug !== slug);
      this.#cells = [...this.#cells, this.#make(kept)];
      return;
    }
    known.cell.writing.follow();
    const moved = { ...known, place: kept.place };
    this.#cells = this.#cells.map((cell) => (cell === known ? moved : cell));
  }

  /** One that is being written in this tab stays. */
  #followRemoval(cell: ScratchCell): void {
    if (cell.cell.writing.isTyping) {
      this.#keep(cell);
      return;
    }
    this.#cells = this.#cells.filter((candidate) => candidate !== cell);
    this.#removed = [...this.#removed, cell];
  }

  #make({ slug, title, place }: Pick<KeptScratch, 'slug' | 'title' | 'place'>): ScratchCell {
    const lesson = scratchLesson(slug, title);
    const keeper = scratchKeeper(
      this.#storage,
      { slug, title },
      () => this.#placeOf(slug) ?? place,
    );
    const writing = new CellText(keeper, '', tabId, () => hasCursor(slug));
    writing.load();
    const cell = new CellState({
      lesson,
      isScratch: true,
      surroundings: this.#surroundings,
      // What is the learner's own stays what it is, whatever the lessons are written in.
      texts: forEachDialect(() => writing),
      dialect: this.#dialect,
    });
    return { slug, place, cell };
  }

  #placeOf(slug: string): ScratchPlace | null {
    return this.#cells.find((candidate) => candidate.slug === slug)?.place ?? null;
  }

  #keep({ cell }: ScratchCell): void {
    cell.writing.save();
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
