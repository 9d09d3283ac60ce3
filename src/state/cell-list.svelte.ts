import { untrack } from 'svelte';
import { DIALECTS, forEachDialect } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import type { Run } from '../../core/session/run.ts';
import { bySlug } from '../notebook/by-slug.ts';
import type { StaleAbove } from '../notebook/cell-status.ts';
import { readingOrder } from '../notebook/scratch-order.ts';
import { isUntouched } from '../notebook/kept-text.ts';
import type { PlacedLesson } from '../notebook/scratch-spot.ts';
import { rescuedCell } from '../notebook/rescued-cell.ts';
import { staleByAbove } from '../notebook/stale-by-above.ts';
import { hasCursor } from '../place/has-cursor.ts';
import {
  editedTextOf,
  editedTexts,
  loadEdit,
  saveEdit,
  type EditedText,
} from '../storage/edits.ts';
import type { UnkeptWork } from '../storage/work-file.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import type { PageLesson } from '../tutorial/page-lesson.ts';
import { CellState } from './cell.svelte.ts';
import type { CellSurroundings } from './cell-surroundings.ts';
import { CellText } from './cell-text.svelte.ts';
import { editKeeper } from './edit-keeper.ts';
import { Progress } from './progress.svelte.ts';
import { ScratchCells } from './scratch-cells.svelte.ts';
import { tabId } from './tab-id.ts';

const isSameAbove = (one: StaleAbove | null, other: StaleAbove | null) =>
  one?.reason === other?.reason && one?.title === other?.title;

/** The cells of the notebook: those of the lessons, and between them the learner's own. */
export class CellList {
  /** The cells of the lessons, in reading order. */
  readonly ofLessons: readonly CellState[];
  readonly scratch: ScratchCells;
  /** Which cells of the lessons have once run well. */
  readonly progress: Progress;
  /** Which of them are exercises that a run has solved. */
  readonly solved: Progress;
  readonly #placed: readonly PlacedLesson[];
  readonly #storage: SafeStorage;
  readonly #surroundings: CellSurroundings;

  constructor(
    lessons: readonly PageLesson[],
    surroundings: CellSurroundings,
    storage: SafeStorage,
    dialect: () => Dialect,
  ) {
    this.#storage = storage;
    this.progress = new Progress(storage, 'progress');
    this.solved = new Progress(storage, 'solved');
    this.#surroundings = surroundings;
    this.#placed = lessons.map(({ slug, blocks }) => ({
      slug,
      cells: blocks.flatMap((block) => (block.kind === 'cell' ? [block.cell.slug] : [])),
    }));
    this.ofLessons = lessons.flatMap(({ slug: inLesson, blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind !== 'cell') return [];
        const { slug, title, code } = block.cell;
        const texts = forEachDialect((one) => {
          const keeper = editKeeper(storage, { slug, title, lesson: inLesson, dialect: one });
          return new CellText(keeper, code[one], tabId, () => dialect() === one && hasCursor(slug));
        });
        const parts = { lesson: block.cell, isScratch: false, surroundings, texts, dialect };
        return [new CellState(parts)];
      }),
    );
    this.scratch = new ScratchCells(this.#placed, surroundings, storage, dialect);
  }

  readonly #bySlug: ReadonlyMap<string, CellState> = $derived.by(() =>
    bySlug([...this.ofLessons, ...this.scratch.all.map(({ cell }) => cell)]),
  );

  /** All cells in reading order. */
  readonly all: readonly CellState[] = $derived.by(() =>
    readingOrder(this.#placed, this.scratch.bySpot).flatMap((slug) => this.find(slug) ?? []),
  );

  /** The cells of a lesson in reading order, with those of the learner's own that stand in it. */
  slugsIn(lesson: string): string[] {
    const placed = this.#placed.find(({ slug }) => slug === lesson)?.cells ?? [];
    const own = this.scratch.all.filter(({ place }) => place.lesson === lesson);
    const inLesson = [...placed, ...own.map(({ slug }) => slug)];
    return this.all.flatMap(({ slug }) => (inLesson.includes(slug) ? [slug] : []));
  }

  /** The cells of the lessons with a text, a problem or a neighbour of the learner's own. */
  readonly touched: readonly string[] = $derived.by(() => {
    const beside = [...this.scratch.all, ...this.scratch.removed].map(({ place }) => place.anchor);
    const own = this.ofLessons.filter(
      ({ writing, problem }) => !isUntouched(writing.kept) || problem !== null,
    );
    return [...beside, ...own.map(({ slug }) => slug)];
  });

  /**
   * Tells each cell which one above has made it stale, if that is another one than before: whatever happens
   * in a run, the other cells mostly stay as they are. Ends with the function it returns.
   */
  followStale(): () => void {
    return $effect.root(() => {
      $effect(() => this.#tellStale());
    });
  }

  #tellStale(): void {
    const stale = staleByAbove(this.all, this.#surroundings.generation);
    for (const cell of this.all) {
      const cause = stale.get(cell.slug);
      const above = cause
        ? { reason: cause.reason, title: this.find(cause.cell)?.title ?? cause.cell }
        : null;
      untrack(() => {
        if (!isSameAbove(above, cell.above)) cell.above = above;
      });
    }
  }

  /** Takes up what was kept, once scripts run. */
  load(): void {
    for (const { text } of this.#texts()) text.load();
    this.scratch.load();
    this.progress.load();
    this.solved.load();
    for (const of of editedTexts(this.#storage)) {
      if (this.find(of.cell) === null) this.#rescue(of);
    }
  }

  /** What was written into a cell that the lessons do not have any more becomes a scratch cell. */
  #rescue(of: EditedText): void {
    const edit = loadEdit(this.#storage, of);
    if (edit === null || (edit.text === null && edit.others.length === 0)) return;
    const isKept = this.scratch.put(rescuedCell(of.cell, edit));
    if (isKept) saveEdit(this.#storage, of, null);
  }

  /** The texts of the lessons' cells, in each dialect. */
  #texts(): { cell: CellState; dialect: Dialect; text: CellText }[] {
    return this.ofLessons.flatMap((cell) =>
      DIALECTS.map((dialect) => ({ cell, dialect, text: cell.texts[dialect] })),
    );
  }

  /** What only this page has, because the browser had no room for it. */
  unkept(): UnkeptWork {
    const lessonOf = (cell: string) => this.#placed.find(({ cells }) => cells.includes(cell))?.slug;
    const edits = this.#texts()
      .filter(({ text }) => !text.isKept)
      .map(({ cell: { slug, title }, dialect, text }) => ({
        cell: slug,
        dialect,
        edit: { ...text.kept, title, lesson: lessonOf(slug) ?? '' },
      }));
    return { edits, scratch: this.scratch.unkept() };
  }

  /** A cell has been run, and that went well. */
  ranWell({ cell, check }: Run): void {
    if (this.find(cell)?.isScratch !== false) return;
    this.progress.add(cell);
    if (check?.isSolved) this.solved.add(cell);
  }

  /** Another tab has written under a key of the storage; null = all may have changed. */
  follow(key: string | null): void {
    const edited = key === null ? null : editedTextOf(key);
    for (const { cell, dialect, text } of this.#texts()) {
      const isEdited = edited?.cell === cell.slug && edited.dialect === dialect;
      if (key === null || isEdited) text.follow();
    }
    this.scratch.follow(key);
    this.progress.follow(key);
    this.solved.follow(key);
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
