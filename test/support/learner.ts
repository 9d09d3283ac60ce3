import { hasEnded, type Output, type Run } from '../../core/session/run.ts';
import type { SessionView } from '../../core/session/view.ts';
import type { RunningServer } from '../../server/server.ts';
import type { Session } from '../../server/session/session.ts';
import type { Turn } from '../../server/session/may-start.ts';

/** Less than a test may take, so that it can say what it has waited for. */
const LONGEST_MS = 50_000;

/** A run that has ended, with what it showed sorted by kind. */
export interface Shown {
  run: Run;
  status: Run['status'];
  text: string;
  value: string | null;
  error: Extract<Output, { kind: 'error' }> | null;
  notices: string[];
}

/** Somebody who runs cells in a session of their own, without a page. */
export class Learner {
  readonly session: Session;
  #next = 1;
  #release: () => void;

  constructor(server: RunningServer) {
    let session: Session | null = null;
    server.registry.enter({
      address: 'test',
      waits: () => undefined,
      enters: (entered) => (session = entered),
    });
    this.session = orThrow(session);
    this.#release = server.registry.attach(this.session);
  }

  get view(): SessionView {
    return this.session.view;
  }

  /** Queues a cell and gives the id of its run. */
  begin(source: string, options: { cell?: string; turn?: Turn; check?: string } = {}): string {
    const { cell = `cell-${this.#next}`, turn = 'soon', check = null } = options;
    const id = `run-${this.#next++}`;
    this.session.run(id, cell, source, turn, check);
    return id;
  }

  /** Runs a cell to its end. */
  async run(
    source: string,
    options: { cell?: string; turn?: Turn; check?: string } = {},
  ): Promise<Shown> {
    return this.ended(this.begin(source, options));
  }

  /** A run, as soon as it has ended. */
  async ended(id: string): Promise<Shown> {
    return shown(await this.until((view) => find(view, id, (run) => hasEnded(run.status))));
  }

  /** A run, as soon as it has this status. */
  status(id: string, status: Run['status']): Promise<Run> {
    return this.until((view) => find(view, id, (run) => run.status === status));
  }

  /**
   * What `look` finds, as soon as it finds something.
   * @throws Error with the state of the session when it finds nothing for as long as a test may take
   */
  until<T>(look: (view: SessionView) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      let stop: () => void = () => undefined;
      const check = () => {
        const found = look(this.session.view);
        if (found === undefined) return false;
        stop();
        resolve(found);
        return true;
      };
      if (check()) return;
      const forget = this.session.listen(() => void check());
      const timer = setTimeout(() => {
        forget();
        reject(new Error(`Still not so after ${LONGEST_MS} ms: ${stateOf(this.session.view)}`));
      }, LONGEST_MS);
      stop = () => {
        forget();
        clearTimeout(timer);
      };
    });
  }

  leave(): void {
    this.#release();
  }
}

/** What tells why nothing goes on. */
function stateOf({ kernel, redis, runs }: SessionView): string {
  const last = runs.slice(-3).map(({ id, status, outputs }) => ({ id, status, outputs }));
  return JSON.stringify({ kernel, redis, runs: last }).slice(0, 3000);
}

function orThrow(session: Session | null): Session {
  if (!session) throw new Error('The server is full.');
  return session;
}

function find(view: SessionView, id: string, ready: (run: Run) => boolean): Run | undefined {
  return view.runs.find((run) => run.id === id && ready(run));
}

function shown(run: Run): Shown {
  const of = <K extends Output['kind']>(kind: K) =>
    run.outputs.filter((output): output is Extract<Output, { kind: K }> => output.kind === kind);
  return {
    run,
    status: run.status,
    text: of('text')
      .map(({ text }) => text)
      .join(''),
    value: of('value')[0]?.text ?? null,
    error: of('error')[0] ?? null,
    notices: of('notice').map(({ text }) => text),
  };
}
