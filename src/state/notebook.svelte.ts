import type { ClientMessage } from '../../core/protocol/client-message.ts';
import type { ServerMessage } from '../../core/protocol/server-message.ts';
import { applyEvent } from '../../core/session/apply-event.ts';
import type { SessionEvent } from '../../core/session/event.ts';
import { hasEnded, type Run } from '../../core/session/run.ts';
import type { SessionView } from '../../core/session/view.ts';
import type { Connection } from '../connection/connection.ts';
import { Link } from '../connection/link.ts';
import { socketUrl } from '../connection/socket-url.ts';
import { announcement } from '../notebook/announcement.ts';
import { unsent, without, type Outbox, type RunRequest } from '../notebook/outbox.ts';
import { newestRuns, runsByCell } from '../notebook/runs-by-cell.ts';
import { makeRunId } from '../notebook/run-id.ts';
import { isTooLong, planAbove, planRun } from '../notebook/run-plan.ts';
import { tooLongText } from '../notebook/too-long.ts';
import { safeStorage } from '../storage/safe-storage.ts';
import { loadSessionId, saveSessionId } from '../storage/session-id.ts';
import type { PageLesson } from '../tutorial/page-lesson.ts';
import { CellState, type CellSurroundings } from './cell.svelte.ts';
import { Clock } from './clock.svelte.ts';
import { LensState, type Account } from './lens.svelte.ts';
import { Throttle } from './throttle.ts';

/** A cell that prints in a loop sends thousands of events a second; the page is drawn this often, in ms. */
const drawInterval = 40;

const tabStorage = safeStorage(() => sessionStorage);

/** The notebook on the page: its cells, and the session on the server that runs them. */
export class Notebook implements CellSurroundings {
  readonly lessons: PageLesson[];
  /** All cells in reading order. */
  readonly cells: CellState[];
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

  /** Runs of a session that is gone, by cell: shown as stale until the cell is run again. */
  #former = $state.raw<ReadonlyMap<string, Run>>(newestRuns([]));
  #outbox = $state.raw<Outbox>([]);
  #link: Link | null = null;
  /** The session after the last event; `view` follows it as fast as it can be drawn. */
  #latest: SessionView | null = null;
  readonly #draw = new Throttle(drawInterval, () => (this.view = this.#latest));

  readonly #runs = $derived.by(() => runsByCell(this.view?.runs ?? []));
  readonly lens = new LensState(() => this.view);

  constructor(lessons: PageLesson[]) {
    this.lessons = lessons;
    const editStorage = safeStorage(() => localStorage);
    this.cells = lessons.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'cell' ? [new CellState(block.cell, this, editStorage)] : [],
      ),
    );
  }

  /** Takes up kept edits and connects; ends with the function it returns. */
  start(): () => void {
    for (const cell of this.cells) cell.load();
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
    const cell = this.cells.find((candidate) => candidate.slug === slug);
    if (cell === undefined) throw new Error(`the notebook has no cell ${slug}`);
    return cell;
  }

  /** The cell after this one; null after the last. */
  next(slug: string): CellState | null {
    return this.cells[this.cells.findIndex((cell) => cell.slug === slug) + 1] ?? null;
  }

  get generation(): number {
    return this.view?.kernel.generation ?? 0;
  }

  runOf(slug: string): Run | null {
    return this.#runs.get(slug)?.at(-1) ?? this.#former.get(slug) ?? null;
  }

  olderRunsOf(slug: string): readonly Run[] {
    const older = this.#runs.get(slug)?.slice(0, -1) ?? [];
    return older.filter((run) => !hasEnded(run.status) && run.generation === this.generation);
  }

  accountOf(slug: string): Account | null {
    return this.lens.accountOf(slug);
  }

  isLost(slug: string): boolean {
    return !this.#runs.has(slug) && this.#former.has(slug);
  }

  isAsked(slug: string): boolean {
    return this.#outbox.some(({ cell }) => cell === slug);
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
    const waiting = this.#outbox.filter(({ cell }) => cell === slug).map(({ run }) => run);
    const going = (this.#runs.get(slug) ?? []).filter(({ status }) => !hasEnded(status));
    this.#outbox = this.#outbox.filter(({ cell }) => cell !== slug);
    for (const run of [...waiting, ...going.map(({ id }) => id)]) this.#send({ type: 'stop', run });
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
    this.#outbox = [];
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
    this.#outbox = [...this.#outbox, request];
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
      this.#former = newestRuns(this.#latest?.runs ?? [], this.#former);
      this.isSessionLost = true;
      this.#outbox = [];
    }
    this.#latest = view;
    this.#draw.now();
    if (found === 'resumed') this.#outbox = unsent(this.#outbox, view.runs);
    for (const request of this.#outbox) this.#send(request);
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
    const former = newestRuns(before.runs, this.#former).get(cell) ?? null;
    this.cells.find(({ slug }) => slug === cell)?.replaceRun(former);
    // Drawn before the request is forgotten, or the cell would flicker.
    this.#draw.now();
    this.#outbox = without(this.#outbox, run);
  }

  #announce(id: string, before: SessionView): void {
    const now = this.#latest?.runs.find((run) => run.id === id);
    if (now === undefined) return;
    const former = before.runs.find((run) => run.id === id);
    const title = this.cells.find(({ slug }) => slug === now.cell)?.lesson.title;
    const text = announcement(title ?? 'A cell', former, now, this.clock.peek());
    if (text !== null) this.spoken = text;
  }

  #refused({ reason, message, run }: ServerMessage & { type: 'refused' }): void {
    const request = this.#outbox.find(({ run: id }) => id === run);
    if (run === null) {
      if (this.isConnected) this.refusal = message;
      return;
    }
    this.#outbox = without(this.#outbox, run);
    // A run the server has already was sent twice; one that is gone needs no stopping.
    if (reason === 'unknown-run') return;
    const cell = this.cells.find(({ slug }) => slug === request?.cell);
    if (cell) cell.problem = message;
    else this.refusal = message;
  }
}
