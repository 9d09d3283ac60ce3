import type { ClientMessage } from '../../core/protocol/client-message.ts';
import type { ServerMessage } from '../../core/protocol/server-message.ts';
import { applyEvent } from '../../core/session/apply-event.ts';
import type { SessionEvent } from '../../core/session/event.ts';
import type { Run } from '../../core/session/run.ts';
import type { SessionView } from '../../core/session/view.ts';
import type { Connection } from '../connection/connection.ts';
import { Link } from '../connection/link.ts';
import { socketUrl } from '../connection/socket-url.ts';
import type { RunRequest } from '../notebook/outbox.ts';
import { safeStorage } from '../storage/safe-storage.ts';
import { loadSessionId, saveSessionId } from '../storage/session-id.ts';
import { Clock } from './clock.svelte.ts';
import { begins, BLINK, goesOn } from './blink.ts';
import { DrawPace } from './draw-pace.ts';
import { LensState } from './lens.svelte.ts';
import { nextFrame } from './next-frame.ts';
import { RunsState } from './runs.svelte.ts';
import type { SessionSource } from './session-source.ts';

/** A cell that prints in a loop sends thousands of events a second; a run of one command, five. */
const drawPace = { interval: 40, burst: 4 };

const tabStorage = safeStorage(() => sessionStorage);

/** What the notebook wants to hear of its session. */
export interface SessionListener {
  /** A new run of a cell takes the place of the one before; null when there was none. */
  replaced(cell: string, former: Run | null): void;
  /** Something of a run has changed; `before` is undefined for a new one. */
  changed(before: Run | undefined, after: Run): void;
  /** The server does not run a cell, and says why. */
  refused(cell: string, message: string): void;
}

/** The session on the server, as far as this page knows it. */
export class SessionState implements SessionSource {
  readonly #listener: SessionListener;
  readonly clock = new Clock();

  connection = $state.raw<Connection>({ state: 'idle' });
  #view = $state.raw<SessionView | null>(null);
  /** What the server could not do, in its words; null when there is nothing to say. */
  refusal = $state<string | null>(null);
  /** True after the server had forgotten the session this page was in. */
  isLost = $state(false);
  /** True from the server's word that it is about to be restarted until it is back. */
  isRestarting = $state(false);

  readonly lens: LensState;
  readonly runs = new RunsState((cell) => this.lens.pastAccountOf(cell));

  #link: Link | null = null;
  /** The session after the last event; `view` follows it as fast as it can be drawn. */
  #latest: SessionView | null = null;
  readonly #draw = new DrawPace(drawPace, () => this.#show(), nextFrame);
  /** What a run does before that moment, as performance.now() counts, is drawn together. */
  #blinkEnds = 0;
  /** What becomes of the cells whose runs the server has taken, to be shown together with these. */
  #taken: (() => void)[] = [];
  /** What is to be told of runs, when what has changed is shown. */
  #told: (() => void)[] = [];
  /** Waits for a kernel that is newer than this generation. */
  #awaited: { generation: number; then: () => void } | null = null;

  /** @param recorded what the lens shows as long as no server has answered */
  constructor(listener: SessionListener, recorded: SessionSource) {
    this.#listener = listener;
    this.lens = new LensState(this, recorded);
  }

  /** The session as the server keeps it; null until the first welcome. */
  get view(): SessionView | null {
    return this.#view;
  }

  /** Connects; ends with the function it returns. */
  start(): () => void {
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

  /** False when there is no connection: the message is lost. */
  send(message: ClientMessage): boolean {
    return this.#link?.send(message) ?? false;
  }

  /** Asks for a run. Without a connection it is sent when the session is found again. */
  ask(request: RunRequest): void {
    this.refusal = null;
    this.#draw.begin();
    this.runs.ask(request);
    this.send(request);
  }

  /** Asks for a new kernel and an empty Redis; `then` is called when that kernel takes runs. */
  restart(then: () => void = () => undefined): void {
    this.refusal = null;
    this.runs.forgetAsked();
    this.#awaited = this.send({ type: 'restart' })
      ? { generation: this.runs.generation, then }
      : null;
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
    // Whether the restart was asked for or got lost with the connection, nobody can tell.
    this.#awaited = null;
    if (found === 'lost') {
      this.runs.lose(this.#latest);
      this.isLost = true;
    }
    this.#latest = view;
    this.#draw.now();
    if (found === 'resumed') this.runs.resume(view);
    for (const request of this.runs.asked) this.send(request);
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
    if (begins(event)) this.#blinkEnds = performance.now() + BLINK;
    if ('run' in event) this.#tell(event.run, before);
    this.#draw.request(goesOn(event) ? this.#blinkEnds : 0);
    if (event.kind === 'kernel') this.#greetKernel();
  }

  /**
   * The server has taken a run: it replaces the one before, whose outputs stay as old ones. The request
   * is forgotten when the run is shown, or the cell would flicker.
   */
  #takeTurn(cell: string, run: string, before: SessionView): void {
    const former = this.runs.formerOf(cell, before);
    this.#taken.push(() => {
      this.#listener.replaced(cell, former);
      this.runs.answered(run);
    });
  }

  #show(): void {
    this.#view = this.#latest;
    this.runs.show(this.#latest);
    for (const take of this.#taken.splice(0)) take();
    for (const tell of this.#told.splice(0)) tell();
  }

  #tell(id: string, before: SessionView): void {
    const now = this.#latest?.runs.find((run) => run.id === id);
    if (now === undefined) return;
    const former = before.runs.find((run) => run.id === id);
    this.#told.push(() => this.#listener.changed(former, now));
  }

  /** A run that is queued from now on belongs to the new kernel, though it may still be starting. */
  #greetKernel(): void {
    const generation = this.#latest?.kernel.generation ?? 0;
    if (this.#awaited === null || generation <= this.#awaited.generation) return;
    const { then } = this.#awaited;
    this.#awaited = null;
    this.#draw.now();
    then();
  }

  #refused({ reason, message, run }: ServerMessage & { type: 'refused' }): void {
    if (run === null) {
      this.#awaited = null;
      if (this.isConnected) this.refusal = message;
      return;
    }
    const request = this.runs.answered(run);
    // A run the server has already was sent twice; one that is gone needs no stopping.
    if (reason === 'unknown-run') return;
    if (request) this.#listener.refused(request.cell, message);
    else this.refusal = message;
  }
}
