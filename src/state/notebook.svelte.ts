import type { ClientMessage } from '../../core/protocol/client-message.ts';
import type { ServerMessage } from '../../core/protocol/server-message.ts';
import { applyEvent } from '../../core/session/apply-event.ts';
import type { SessionEvent } from '../../core/session/event.ts';
import type { SessionView } from '../../core/session/view.ts';
import type { Connection } from '../connection/connection.ts';
import { Link } from '../connection/link.ts';
import { socketUrl } from '../connection/socket-url.ts';
import { announcement } from '../notebook/announcement.ts';
import type { RunRequest } from '../notebook/outbox.ts';
import { makeRunId } from '../notebook/run-id.ts';
import { isTooLong, planAbove, planRun } from '../notebook/run-plan.ts';
import type { ScratchSide } from '../notebook/scratch-spot.ts';
import { tooLongText } from '../notebook/too-long.ts';
import { safeStorage } from '../storage/safe-storage.ts';
import { loadSessionId, saveSessionId } from '../storage/session-id.ts';
import type { PageLesson } from '../tutorial/page-lesson.ts';
import { CellList } from './cell-list.svelte.ts';
import type { CellState } from './cell.svelte.ts';
import { Clock } from './clock.svelte.ts';
import { LensState } from './lens.svelte.ts';
import { RunsState } from './runs.svelte.ts';
import type { ScratchCells } from './scratch-cells.svelte.ts';
import { Throttle } from './throttle.ts';

/** A cell that prints in a loop sends thousands of events a second; the page is drawn this often, in ms. */
const drawInterval = 40;

const tabStorage = safeStorage(() => sessionStorage);
const workStorage = safeStorage(() => localStorage);

/** The notebook on the page: its cells, and the session on the server that runs them. */
export class Notebook {
  readonly lessons: PageLesson[];
  readonly #list: CellList;
  readonly clock = new Clock();

  connection = $state.raw<Connection>({ state: 'idle' });
  /** The session as the server keeps it; null until the first welcome. */
  view = $state.raw<SessionView | null>(null);
  /** What the server could not do, in its words; null when there is nothing to say. */
  refusal = $state<string | null>(null);
  /** True after the server had forgotten the session this page was in. */
  isSessionLost = $state(false);
  /** True from the server's word that it is about to be restarted until it is back. */
  isRestarting = $state(false);
  /** What a screen reader is to say now. */
  spoken = $state('');
  /** The cell that was asked for last. */
  lastCell = $state<string | null>(null);

  #link: Link | null = null;
  /** The session after the last event; `view` follows it as fast as it can be drawn. */
  #latest: SessionView | null = null;
  readonly #draw = new Throttle(drawInterval, () => (this.view = this.#latest));

  readonly lens = new LensState(() => this.view);
  readonly #runs = new RunsState(
    () => this.view,
    (cell) => this.lens.accountOf(cell),
  );

  constructor(lessons: PageLesson[]) {
    this.lessons = lessons;
    this.#list = new CellList(lessons, this.#runs, workStorage);
  }

  /** All cells in reading order, the learner's own among them. */
  get cells(): readonly CellState[] {
    return this.#list.all;
  }

  /** The cells of the lessons, without the learner's own. */
  get lessonCells(): readonly CellState[] {
    return this.#list.ofLessons;
  }

  /** The cells that the learner has added. */
  get scratch(): ScratchCells {
    return this.#list.scratch;
  }

  /** Takes up kept edits and connects; ends with the function it returns. */
  start(): () => void {
    this.#list.load();
    const link = new Link({
      url: () => socketUrl(location, loadSessionId(tabStorage)),
      session: () => loadSessionId(tabStorage),
      onConnection: (connection) => (this.connection = connection),
      onMessage: (message) => this.#receive(message),
    });
    this.#link = link;
    link.start();
    return () => link.close();
  }

  /** Connects at once, when the page has reason to think that it would succeed now. */
  reconnect(): void {
    this.#link?.retry();
  }

  get isConnected(): boolean {
    return this.connection.state === 'ready';
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

  get generation(): number {
    return this.#runs.generation;
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
    for (const cell of planRun(this.cells)) this.#ask(cell, 'in-turn');
    for (const cell of this.cells) {
      if (isTooLong(cell.text)) cell.problem = tooLongText(cell.text.length);
    }
  }

  runAbove(slug: string): void {
    for (const cell of planAbove(this.cells, slug)) this.#ask(cell, 'in-turn');
  }

  /** Stops every run of the cell that has not ended. */
  stop(slug: string): void {
    for (const run of this.#runs.forget(slug)) this.#send({ type: 'stop', run });
  }

  /** Lets a run go on that would be stopped because it goes on for long. */
  letGoOn(run: string): void {
    this.#send({ type: 'go-on', run });
  }

  /** Stops every cell, the last one first, so that none gets its turn on the way. */
  stopAll(): void {
    for (const cell of this.cells.toReversed()) this.stop(cell.slug);
  }

  /** Puts Redis back to before a mark of the history. */
  rewind(to: string): void {
    this.refusal = null;
    this.#send({ type: 'rewind', to });
  }

  /** A new kernel and an empty Redis. */
  restart(): void {
    this.#runs.forgetAsked();
    this.#send({ type: 'restart' });
  }

  #ask(cell: CellState, turn: RunRequest['turn']): void {
    if (isTooLong(cell.text)) {
      cell.problem = tooLongText(cell.text.length);
      return;
    }
    cell.problem = null;
    this.refusal = null;
    const { slug, text } = cell;
    const request: RunRequest = { type: 'run', run: makeRunId(), cell: slug, source: text, turn };
    this.#runs.ask(request);
    // Not connected: it stays in the outbox, and is sent when the session is found again.
    this.#send(request);
  }

  #send(message: ClientMessage): void {
    this.#link?.send(message);
  }

  #receive(message: ServerMessage): void {
    switch (message.type) {
      case 'restarting':
        this.isRestarting = true;
        return undefined;
      case 'welcome':
        return this.#welcome(message);
      case 'event':
        return this.#apply(message.event);
      case 'refused':
        return this.#refused(message);
      case 'waiting':
      case 'over':
        this.isRestarting = false;
        return undefined;
      case 'pong':
        return undefined;
    }
  }

  #welcome({ session, found, view }: ServerMessage & { type: 'welcome' }): void {
    saveSessionId(tabStorage, session);
    this.refusal = null;
    this.isRestarting = false;
    if (found === 'lost') {
      this.#runs.lose(this.#latest);
      this.isSessionLost = true;
    }
    this.#latest = view;
    this.#draw.now();
    if (found === 'resumed') this.#runs.resume(view);
    for (const request of this.#runs.asked) this.#send(request);
  }

  #apply(event: SessionEvent): void {
    if (this.#latest === null) return;
    if (event.kind === 'run-started') this.clock.synchronize(event.at);
    if (event.kind === 'lens') this.clock.synchronize(event.at);
    // What a run does is looked at as it happens.
    if (event.kind === 'run-started' || event.kind === 'rewound') this.lens.goTo(null);
    const before = this.#latest;
    this.#latest = applyEvent(before, event);
    if (event.kind === 'run-queued') this.#takeTurn(event.cell, event.run, before);
    else this.#draw.request();
    if ('run' in event) this.#announce(event.run, before);
  }

  /** The server has taken a run: it replaces the one before, whose outputs stay as old ones. */
  #takeTurn(cell: string, run: string, before: SessionView): void {
    this.#list.find(cell)?.replaceRun(this.#runs.formerOf(cell, before));
    // Drawn before the request is forgotten, or the cell would flicker.
    this.#draw.now();
    this.#runs.answered(run);
  }

  #announce(id: string, before: SessionView): void {
    const now = this.#latest?.runs.find((run) => run.id === id);
    if (now === undefined) return;
    const former = before.runs.find((run) => run.id === id);
    const title = this.#list.find(now.cell)?.title;
    const text = announcement(title ?? 'A cell', former, now, this.clock.peek());
    if (text !== null) this.spoken = text;
  }

  #refused({ reason, message, run }: ServerMessage & { type: 'refused' }): void {
    if (run === null) {
      if (this.isConnected) this.refusal = message;
      return;
    }
    const request = this.#runs.answered(run);
    // A run the server has already was sent twice; one that is gone needs no stopping.
    if (reason === 'unknown-run') return;
    const cell = request && this.#list.find(request.cell);
    if (cell) cell.problem = message;
    else this.refusal = message;
  }
}
