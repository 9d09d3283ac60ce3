import type { Dialect } from '../../core/lesson/lesson.ts';
import { pageAddress } from '../dialect/page-address.ts';
import { announcement } from '../notebook/announcement.ts';
import type { RunRequest } from '../notebook/outbox.ts';
import { makeRunId } from '../notebook/run-id.ts';
import { isTooLong, planAbove, planRun, planUpTo } from '../notebook/run-plan.ts';
import type { ScratchSide } from '../notebook/scratch-spot.ts';
import { tooLongText } from '../notebook/too-long.ts';
import { loadRecorded } from '../recorded/load-recorded.ts';
import { courseStorage } from '../storage/course-storage.ts';
import { followTabs } from '../storage/follow-tabs.ts';
import { UNREADABLE } from '../storage/read-value.ts';
import { safeStorage, type SafeStorage } from '../storage/safe-storage.ts';
import type { PageCourse } from '../tutorial/page-course.ts';
import type { PageLesson } from '../tutorial/page-lesson.ts';
import { CellList } from './cell-list.svelte.ts';
import type { CellState } from './cell.svelte.ts';
import { DialectState } from './dialect.svelte.ts';
import type { ScratchCells } from './scratch-cells.svelte.ts';
import { RecordedState } from './recorded.svelte.ts';
import { SharedState } from './shared.svelte.ts';
import { SessionState } from './session.svelte.ts';
import { Work } from './work.svelte.ts';

/** Of all courses at this address; a choice of the reader's is the same in each. */
const browserStorage = safeStorage(() => localStorage);

/** The notebook on the page: its cells, and the session on the server that runs them. */
export class Notebook {
  readonly lessons: PageLesson[];
  /** Where the browser keeps what is done in this course. */
  readonly storage: SafeStorage;
  readonly #course: PageCourse;
  /** The dialect in which cells are shown and run. */
  readonly dialect: DialectState;
  /** A text that somebody has shared by a link. */
  readonly shared = new SharedState(
    pageAddress,
    (slug) => this.#list.find(slug)?.isScratch === false,
  );
  readonly #list: CellList;
  /** What the cells did when they were recorded. */
  readonly recorded = new RecordedState(() => this.dialect.chosen, loadRecorded);
  readonly #session = new SessionState(
    {
      replaced: (cell, former) => this.#list.find(cell)?.replaceRun(former),
      changed: (before, after) => {
        const title = this.#list.find(after.cell)?.title ?? 'A cell';
        const text = announcement(title, before, after, this.clock.peek());
        if (text !== null) this.spoken = text;
        if (after.status === 'ok') this.#list.ranWell(after);
      },
      refused: (slug, message) => {
        const cell = this.#list.find(slug);
        if (cell) cell.problem = message;
        else this.refusal = message;
      },
    },
    this.recorded,
  );

  /** What a screen reader is to say now. */
  spoken = $state('');
  /** How many kept things could not be read this time, and were set aside. */
  unreadable = $state(0);
  /** The cell that was asked for last. */
  lastCell = $state<string | null>(null);

  /** The learner's work as a file. */
  readonly work: Work;

  constructor(lessons: PageLesson[], course: PageCourse) {
    this.dialect = new DialectState(course.dialects, browserStorage, pageAddress);
    this.lessons = lessons;
    this.#course = course;
    this.storage = courseStorage(browserStorage, course.id);
    this.#list = new CellList(lessons, this.#session.runs, this.storage, () => this.dialect.chosen);
    const has = (slug: string) => this.#list.find(slug)?.isScratch === false;
    this.work = new Work(
      this.storage,
      course,
      { has },
      () => this.#list.unkept(),
      () => this.#list.follow(null),
    );
  }

  /** Shows every cell of the lessons in a dialect. */
  choose(dialect: Dialect): void {
    this.dialect.choose(dialect);
    for (const cell of this.#list.ofLessons) cell.switched();
  }

  /** All cells in reading order, the learner's own among them. */
  get cells(): readonly CellState[] {
    return this.#list.all;
  }

  /** The cells of the lessons, without the learner's own. */
  get lessonCells(): readonly CellState[] {
    return this.#list.ofLessons;
  }

  /** True when something of a cell, or beside it, is different from the page as it was delivered. */
  isTouched(slug: string): boolean {
    if (this.dialect.isOther || this.recorded.isShown(slug)) return true;
    if (this.isSolved(slug) || this.shared.of === slug) return true;
    return this.#list.touched.includes(slug) || this.#session.runs.runsOf(slug).hasAny;
  }

  /** True for a cell of the lessons that has once run well, in this visit or an earlier one. */
  isDone(slug: string): boolean {
    return this.#list.progress.has(slug);
  }

  /** True for an exercise that a run has solved, in this visit or an earlier one. */
  isSolved(slug: string): boolean {
    return this.#list.solved.has(slug);
  }

  /** The cells that the learner has added. */
  get scratch(): ScratchCells {
    return this.#list.scratch;
  }

  get clock() {
    return this.#session.clock;
  }

  get lens() {
    return this.#session.lens;
  }

  get connection() {
    return this.#session.connection;
  }

  /** The session as the server keeps it; null until the first welcome. */
  get view() {
    return this.#session.view;
  }

  get generation(): number {
    return this.#session.runs.generation;
  }

  get isConnected(): boolean {
    return this.#session.isConnected;
  }

  /** What the server could not do, in its words; null when there is nothing to say. */
  get refusal(): string | null {
    return this.#session.refusal;
  }
  set refusal(text: string | null) {
    this.#session.refusal = text;
  }

  /** True after the server had forgotten the session this page was in. */
  get isSessionLost(): boolean {
    return this.#session.isLost;
  }
  set isSessionLost(isLost: boolean) {
    this.#session.isLost = isLost;
  }

  /** True from the server's word that it is about to be restarted until it is back. */
  get isRestarting(): boolean {
    return this.#session.isRestarting;
  }

  /** Takes up what was kept and connects; ends with the function it returns. */
  start(): () => void {
    const former = this.storage.keys(UNREADABLE);
    this.dialect.load();
    this.#list.load();
    this.unreadable = this.storage.keys(UNREADABLE).filter((key) => !former.includes(key)).length;
    const unfollow = followTabs(this.#course.id, (key) => this.#list.follow(key));
    const disconnect = this.#session.start();
    const rest = this.#list.followStale();
    return () => {
      rest();
      unfollow();
      disconnect();
    };
  }

  /** Connects at once, when the page has reason to think that it would succeed now. */
  reconnect(): void {
    this.#session.reconnect();
  }

  cell(slug: string): CellState {
    const cell = this.#list.find(slug);
    if (cell === null) throw new Error(`the notebook has no cell ${slug}`);
    return cell;
  }

  /** The cell after this one; null after the last. */
  next(slug: string): CellState | null {
    return this.#list.next(slug);
  }

  /** The cells of a lesson in reading order, with those of the learner's own that stand in it. */
  slugsIn(lesson: string): string[] {
    return this.#list.slugsIn(lesson);
  }

  /** A new, empty scratch cell directly above or below a cell. */
  addScratch(anchor: string, side: ScratchSide): CellState {
    return this.scratch.add(anchor, side);
  }

  /** Takes a scratch cell away, and stops what it runs; nothing for a cell of the lessons. */
  removeScratch(slug: string): void {
    if (this.#list.find(slug)?.isScratch !== true) return;
    this.stop(slug);
    this.scratch.remove(slug);
  }

  /** Brings back the scratch cell that was removed last; null when none was. */
  undoRemove(): CellState | null {
    return this.scratch.undoRemove();
  }

  run(slug: string): void {
    this.lastCell = slug;
    this.#ask(this.cell(slug), 'soon');
  }

  runAll(): void {
    this.#askInTurn(planRun(this.cells));
    for (const cell of this.cells) {
      if (isTooLong(cell.text)) cell.problem = tooLongText(cell.text.length);
    }
  }

  runAbove(slug: string): void {
    this.#askInTurn(planAbove(this.cells, slug));
  }

  /** Stops every run of the cell that has not ended. */
  stop(slug: string): void {
    for (const run of this.#session.runs.forget(slug)) this.#session.send({ type: 'stop', run });
  }

  /** Lets a run go on that would be stopped because it goes on for long. */
  letGoOn(run: string): void {
    this.#session.send({ type: 'go-on', run });
  }

  /** Stops every cell, the last one first, so that none gets its turn on the way. */
  stopAll(): void {
    for (const cell of this.cells.toReversed()) this.stop(cell.slug);
  }

  /** Puts Redis back to before a mark of the history. */
  rewind(to: string): void {
    this.refusal = null;
    this.#session.send({ type: 'rewind', to });
  }

  /** A new kernel and an empty Redis. */
  restart(): void {
    this.#session.restart();
  }

  /** A new kernel and an empty Redis; then the cells above this one and the cell itself, in turn. */
  restartAndRunTo(slug: string): void {
    this.lastCell = slug;
    this.#session.restart(() => this.#askInTurn(planUpTo(this.cells, slug)));
  }

  #askInTurn(cells: readonly CellState[]): void {
    for (const cell of cells) this.#ask(cell, 'in-turn');
  }

  #ask(cell: CellState, turn: RunRequest['turn']): void {
    if (isTooLong(cell.text)) {
      cell.problem = tooLongText(cell.text.length);
      return;
    }
    cell.problem = null;
    const { slug, text, check } = cell;
    const asked = { run: makeRunId(), cell: slug, source: text, turn };
    this.#session.ask({ type: 'run', ...asked, ...(check !== null && { check }) });
  }
}
