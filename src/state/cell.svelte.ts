import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { hashSource } from '../../core/session/hash-source.ts';
import { hasEnded, type Output, type Run } from '../../core/session/run.ts';
import {
  cellCondition,
  type CellCondition,
  type CellStatus,
  type StaleAbove,
} from '../notebook/cell-status.ts';
import { textDifference, type TextDifference } from '../notebook/text-difference.ts';
import { isTooLong } from '../notebook/run-plan.ts';
import { tooLongText } from '../notebook/too-long.ts';
import type { PageCell } from '../tutorial/page-lesson.ts';
import type { CellRuns } from './cell-runs.svelte.ts';
import type { CellSurroundings } from './cell-surroundings.ts';
import type { Account } from './lens.svelte.ts';
import type { CellText } from './cell-text.svelte.ts';

const notKept =
  'The browser has no room to keep this text: it will be gone when you leave the page.';

/** What a cell on the page is made of. */
export interface CellParts {
  lesson: PageCell;
  /** True for a cell of the learner's own, which has no original. */
  isScratch: boolean;
  surroundings: CellSurroundings;
  /** Its text in each dialect: a cell of the learner's own has one for all. */
  texts: Readonly<Record<Dialect, CellText>>;
  /** The dialect in which the notebook is shown. */
  dialect: () => Dialect;
}

/** Outputs that stand under a cell. */
interface ShownOutputs {
  /** Id of the run that has shown them; null when there is none. */
  run: string | null;
  outputs: readonly Output[];
  /** True for those of the run before, until the newest shows something. */
  isOld: boolean;
}

/** One cell on the page: its text, and what the session makes of it. */
export class CellState {
  readonly lesson: PageCell;
  /** True for a cell of the learner's own, which has no original. */
  readonly isScratch: boolean;
  /** Its text in each dialect. */
  readonly texts: Readonly<Record<Dialect, CellText>>;
  readonly #dialect: () => Dialect;
  readonly #surroundings: CellSurroundings;
  readonly #runs: CellRuns;

  /** What keeps the cell from being run or kept, in a sentence; null when nothing does. */
  problem = $state<string | null>(null);
  /** The cell above that has made this one stale; null when none has. Told by whoever sees all cells. */
  above = $state.raw<StaleAbove | null>(null);

  constructor({ lesson, isScratch, surroundings, texts, dialect }: CellParts) {
    this.lesson = lesson;
    this.isScratch = isScratch;
    this.#surroundings = surroundings;
    this.#runs = surroundings.runsOf(lesson.slug);
    this.texts = texts;
    this.#dialect = dialect;
  }

  get slug(): string {
    return this.lesson.slug;
  }

  /** What it is called. */
  get title(): string {
    return this.lesson.title;
  }

  get dialect(): Dialect {
    return this.#dialect();
  }

  /** Which of its texts is shown; one of the learner's own cells has one only. */
  get textName(): string {
    return this.isScratch ? 'own' : this.dialect;
  }

  /** What the learner has written into it, in the dialect that is shown. */
  get writing(): CellText {
    return this.texts[this.dialect];
  }

  get text(): string {
    return this.writing.shown;
  }

  /** The text that the lesson gives it, in the dialect that is shown. */
  get original(): string {
    return this.lesson.code[this.dialect];
  }

  /** What looks whether its exercise is solved; null for a cell that is none. */
  get check(): string | null {
    return this.lesson.exercise?.check[this.dialect] ?? null;
  }

  /** True when the text is the one that the page was delivered with, highlighted. */
  get isDelivered(): boolean {
    return this.text === this.lesson.code.walrus;
  }

  /** True when the text is not the original. */
  get hasOwnText(): boolean {
    return this.writing.isOwn;
  }

  /** True when the learner has changed a cell of the lessons. */
  get isEdited(): boolean {
    return this.hasOwnText && !this.isScratch;
  }

  /** True when the lesson has another text now than the one that was edited. */
  get isOriginalNew(): boolean {
    return this.isEdited && this.writing.isOriginalNew;
  }

  /** hashSource() of the text. */
  readonly hash: string = $derived.by(() => hashSource(this.text));
  readonly #otherHashes: readonly string[] = $derived.by(() =>
    DIALECTS.map((dialect) => this.texts[dialect])
      .filter((other) => other !== this.writing)
      .flatMap(({ hashes }) => hashes),
  );
  readonly run: Run | null = $derived.by(() => this.#runs.newest);
  readonly olderRuns: readonly Run[] = $derived.by(() =>
    this.#runs.olderIn(this.#surroundings.generation),
  );

  readonly account: Account | null = $derived.by(() => this.#surroundings.accountOf(this.slug));

  /** What the cell looks like: as before, for the blink in which a run may be over. */
  readonly look: CellCondition = $derived.by(() =>
    this.#runs.isKeptWaiting
      ? { status: 'queued', stale: null }
      : cellCondition({
          run: this.run,
          sourceHash: this.hash,
          otherHashes: this.#otherHashes,
          generation: this.#surroundings.generation,
          sessionLost: this.#runs.isLost,
          above: this.above,
        }),
  );

  /** What the cell does, as soon as it is known: a run that was asked for is queued. */
  get status(): CellStatus {
    return this.#runs.isAsked ? 'queued' : this.look.status;
  }

  /** The run before the newest one. */
  #former = $state.raw<Run | null>(null);

  /** What stands under the cell: until a new run shows something, that of the run before, as old. */
  readonly outputs: ShownOutputs = $derived.by(() => {
    if (this.run === null) return { run: null, outputs: [], isOld: false };
    const isSilent = this.run.outputs.length === 0 && !hasEnded(this.run.status);
    const { id, outputs } = (isSilent ? this.#former : this.run) ?? { id: null, outputs: [] };
    return { run: id, outputs, isOld: isSilent || this.#runs.isKeptWaiting };
  });

  /** A new run takes the place of this one. */
  replaceRun(run: Run | null): void {
    this.#former = run;
  }

  /** True when the text is still the one that the newest run was made from. */
  readonly showsRunText: boolean = $derived.by(() => this.run?.sourceHash === this.hash);

  /** How the text is another than the one that the newest run was made from; null when it is that one. */
  readonly difference: TextDifference | null = $derived.by(
    () => this.run && textDifference(this.run, this.hash, this.#otherHashes),
  );

  get canUndoRestore(): boolean {
    return this.writing.canUndo && !this.writing.isOwn;
  }

  /** The learner has typed. */
  setText(text: string): void {
    this.writing.type(text);
    this.#check();
  }

  /** Takes over a text from elsewhere; the one that is shown can be brought back. */
  adopt(text: string): void {
    this.writing.adopt(text);
    this.#check();
  }

  restore(): void {
    this.writing.restore();
    this.#check();
  }

  undoRestore(): void {
    this.writing.undo();
    this.#check();
  }

  /** The notebook shows another dialect: what was said about a text is not about the one that stands here now. */
  switched(): void {
    this.#check();
  }

  #check(): void {
    if (isTooLong(this.text)) this.problem = tooLongText(this.text.length);
    else this.problem = this.writing.isKept ? null : notKept;
  }
}
