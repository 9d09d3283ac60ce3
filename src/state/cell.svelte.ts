import { hashSource } from '../../core/session/hash-source.ts';
import { hasEnded, type Output, type Run } from '../../core/session/run.ts';
import { cellCondition, type CellCondition, type CellStatus } from '../notebook/cell-status.ts';
import { isTooLong } from '../notebook/run-plan.ts';
import { tooLongText } from '../notebook/too-long.ts';
import { loadEdit, saveEdit } from '../storage/edits.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import type { PageCell } from '../tutorial/page-lesson.ts';
import type { Account } from './lens.svelte.ts';

const notKept =
  'The browser has no room to keep this text: it will be gone when you leave the page.';

/** What a cell knows of the session it is part of. */
export interface CellSurroundings {
  /** The newest run of a cell; null when there is none. */
  runOf(slug: string): Run | null;
  /** Older runs of a cell that still go on. */
  olderRunsOf(slug: string): readonly Run[];
  /** What the cell sent and changed, up to the moment that the lens shows; null when it had not run. */
  accountOf(slug: string): Account | null;
  /** True when the cell's run belongs to a session that is gone. */
  isLost(slug: string): boolean;
  /** Generation of the kernel that would run it now. */
  readonly generation: number;
  /** True when a run was asked for and the server has not taken it yet. */
  isAsked(slug: string): boolean;
}

/** One cell on the page: its text, and what the session makes of it. */
export class CellState {
  readonly lesson: PageCell;
  readonly #surroundings: CellSurroundings;
  readonly #storage: SafeStorage;
  readonly #originalHash: string;

  /** The learner's text; null when it is the original. */
  #edit = $state<string | null>(null);
  /** The text that "Restore original" threw away, until something is typed. */
  #discarded = $state<string | null>(null);
  /** True when the lesson has another text now than the one that was edited. */
  isOriginalNew = $state(false);
  /** What keeps the cell from being run or kept, in a sentence; null when nothing does. */
  problem = $state<string | null>(null);

  constructor(lesson: PageCell, surroundings: CellSurroundings, storage: SafeStorage) {
    this.lesson = lesson;
    this.#surroundings = surroundings;
    this.#storage = storage;
    this.#originalHash = hashSource(lesson.source);
  }

  get slug(): string {
    return this.lesson.slug;
  }

  readonly text: string = $derived.by(() => this.#edit ?? this.lesson.source);
  readonly isEdited: boolean = $derived.by(() => this.#edit !== null);
  readonly #hash: string = $derived.by(() => hashSource(this.text));
  readonly run: Run | null = $derived.by(() => this.#surroundings.runOf(this.slug));
  readonly olderRuns: readonly Run[] = $derived.by(() => this.#surroundings.olderRunsOf(this.slug));

  readonly account: Account | null = $derived.by(() => this.#surroundings.accountOf(this.slug));

  readonly condition: CellCondition = $derived.by(() =>
    this.#surroundings.isAsked(this.slug)
      ? { status: 'queued', stale: null }
      : cellCondition({
          run: this.run,
          sourceHash: this.#hash,
          generation: this.#surroundings.generation,
          sessionLost: this.#surroundings.isLost(this.slug),
        }),
  );

  get status(): CellStatus {
    return this.condition.status;
  }

  /** Outputs of the run before the newest one. */
  #formerOutputs = $state.raw<readonly Output[]>([]);

  /** What stands under the cell: until a new run shows something, that of the run before, as old. */
  readonly outputs: { outputs: readonly Output[]; isOld: boolean } = $derived.by(() => {
    const isAsked = this.#surroundings.isAsked(this.slug);
    if (this.run === null) return { outputs: [], isOld: false };
    const isSilent = this.run.outputs.length === 0 && !hasEnded(this.run.status);
    if (isSilent) return { outputs: this.#formerOutputs, isOld: true };
    return { outputs: this.run.outputs, isOld: isAsked };
  });

  /** A new run takes the place of this one. */
  replaceRun(run: Run | null): void {
    this.#formerOutputs = run?.outputs ?? [];
  }

  /** True when the text is still the one that the newest run was made from. */
  readonly showsRunText: boolean = $derived.by(() => this.run?.sourceHash === this.#hash);

  get canUndoRestore(): boolean {
    return this.#discarded !== null;
  }

  /** Takes up the kept edit, once scripts run. */
  load(): void {
    const edit = loadEdit(this.#storage, this.slug);
    if (edit === null || edit.text === this.lesson.source) return;
    this.#edit = edit.text;
    this.isOriginalNew = edit.original !== this.#originalHash;
  }

  /** The learner has typed. */
  setText(text: string): void {
    if (text === this.text) return;
    this.#discarded = null;
    this.#change(text === this.lesson.source ? null : text);
  }

  restore(): void {
    this.#discarded = this.#edit;
    this.#change(null);
  }

  undoRestore(): void {
    const text = this.#discarded;
    this.#discarded = null;
    this.#change(text);
  }

  #change(edit: string | null): void {
    this.#edit = edit;
    if (edit === null) this.isOriginalNew = false;
    const kept = edit === null ? null : { text: edit, original: this.#originalHash };
    const isKept = saveEdit(this.#storage, this.slug, kept);
    if (isTooLong(this.text)) this.problem = tooLongText(this.text.length);
    else this.problem = isKept ? null : notKept;
  }
}
