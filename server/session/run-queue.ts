import { hashSource } from '../../core/session/hash-source.ts';
import { hasEnded, type Run } from '../../core/session/run.ts';
import { KILLED_NOTICE } from '../kernel/kernel-exit.ts';
import { InspectorClosed } from '../kernel/inspector.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { StopStep } from '../kernel/stop-run.ts';
import { settlesWithin, within } from '../kernel/within.ts';
import type { KernelSignal } from '../kernel/wire.ts';
import type { LensWatch } from './lens-watch.ts';
import { mayStart, type Earlier, type Turn } from './may-start.ts';
import type { Room } from './room.ts';
import { runCheck } from './run-check.ts';
import type { SessionFeed } from './session-feed.ts';
import { WaitingRuns } from './waiting-runs.ts';

const TERMINATED_NOTICE =
  'The cell was computing without a pause; its code was ended where it was. Variables are kept.';

/** A run as it is asked for. */
interface AskedRun {
  id: string;
  cell: string;
  source: string;
  turn: Turn;
  /** Looks, when it has gone well, whether the exercise of the cell is solved; null where there is none. */
  check: string | null;
}

/** A run that has not ended, with what the view does not hold of it. */
interface OpenRun extends AskedRun {
  /** On the clock of performance.now(), which nobody sets; null before its start. */
  began: number | null;
  /** Called when it has ended. */
  ended: () => void;
  hasEnded: Promise<void>;
}

/**
 * The runs of one session from their queueing to their end: decides which may start, starts them in
 * the kernel of the room that the session has, and stops them.
 */
export class RunQueue {
  #feed: SessionFeed;
  #lens: LensWatch;
  /** The session's room, while its kernel takes cells. */
  #room: () => Room | null;
  #lookMs: number;
  #failed: (error: unknown) => string;
  #open = new Map<string, OpenRun>();
  #stopping = new Set<string>();
  /** Queued runs whose turn has come; what they will change is being kept. */
  #preparing = new Set<string>();
  #count = 0;
  #held = false;
  #closed = false;
  #waiting: WaitingRuns;

  /**
   * @param lookMs how long a run waits for a look at the streams, before it and after it
   * @param failed told of an error that is ours; gives the id under which it stands in the log
   */
  constructor(
    feed: SessionFeed,
    lens: LensWatch,
    room: () => Room | null,
    lookMs: number,
    failed: (error: unknown) => string,
  ) {
    this.#feed = feed;
    this.#lens = lens;
    this.#room = room;
    this.#lookMs = lookMs;
    this.#failed = failed;
    this.#waiting = new WaitingRuns(
      (run) => this.#room()?.kernel.activity(run) ?? Promise.resolve(null),
      () => this.pump(),
    );
  }

  /** Runs that have not ended. */
  get size(): number {
    return this.#open.size;
  }

  /** True while a run is being stopped: if the kernel goes away now, that is why. */
  get isStopping(): boolean {
    return this.#stopping.size > 0;
  }

  /** Queues a run; it starts when its turn has come. */
  add(asked: AskedRun): void {
    const { id, cell, source } = asked;
    let ended: () => void = () => undefined;
    const hasEnded = new Promise<void>((resolve) => (ended = resolve));
    this.#open.set(id, { ...asked, began: null, ended, hasEnded });
    this.#feed.tell({ kind: 'run-queued', run: id, cell, sourceHash: hashSource(source) });
    this.pump();
  }

  /** Starts no run any more; those that have been started go on. */
  hold(): void {
    this.#held = true;
  }

  /** Starts every queued run whose turn has come, in their order. */
  pump(): void {
    // The end of a run is heard of after that of its session: nothing may be followed any more.
    if (this.#closed) return;
    const seen: Earlier[] = [];
    for (const { id, turn } of this.#open.values()) {
      const room = this.#room();
      const before = this.#feed.find(id);
      const isNext = before?.status === 'queued' && mayStart(turn, seen, this.#waiting.ids);
      if (room && !this.#held && isNext && !this.#preparing.has(id)) void this.#start(id, room);
      const run = this.#feed.find(id);
      if (!run) continue;
      seen.push({ run: this.#preparing.has(id) ? { ...run, status: 'running' } : run, turn });
    }
    const ids = (status: Run['status']) =>
      seen.filter(({ run }) => run.status === status).map(({ run }) => run.id);
    this.#waiting.watch(ids('queued').length > 0 ? ids('running') : []);
    this.#lens.follow(seen.length > ids('queued').length);
  }

  /**
   * Stops a run by the gentlest way that works, and resolves when it has ended.
   * @returns how it was stopped; null when there was nothing to stop, or when that failed
   */
  async stop(id: string): Promise<StopStep | null> {
    const run = this.#feed.find(id);
    const open = this.#open.get(id);
    if (!run || !open || this.#stopping.has(id)) return null;
    const room = this.#room();
    if (run.status === 'queued' || !room) {
      this.#end(id, 'stopped');
      this.pump();
      return 'cancelled';
    }
    this.#stopping.add(id);
    try {
      const step = await this.#stopStarted(run, room);
      await open.hasEnded;
      return step;
    } catch (error) {
      this.#failed(error);
      return null;
    } finally {
      this.#stopping.delete(id);
    }
  }

  async #stopStarted(run: Run, { kernel, redis }: Room): Promise<StopStep> {
    // A blocked run is not the one that computes: ending the running code would hit another.
    const step = await kernel.stop(run.id, redis, run.status !== 'blocked');
    if (step === 'terminated') this.#feed.notice(run.id, TERMINATED_NOTICE);
    if (step === 'killed') this.#feed.notice(run.id, KILLED_NOTICE);
    return step;
  }

  async #start(id: string, room: Room): Promise<void> {
    const open = this.#open.get(id);
    if (!open) return;
    const { kernel } = room;
    this.#preparing.add(id);
    await this.#prepare(id, room);
    this.#preparing.delete(id);
    // It may have been stopped meanwhile, or its kernel may be gone.
    if (!this.#open.has(id) || this.#room() !== room || room.kernel !== kernel) {
      this.pump();
      return;
    }
    open.began = performance.now();
    this.#feed.tell({ kind: 'run-started', run: id, count: ++this.#count, at: Date.now() });
    try {
      const { status, output } = await kernel.run(id, open.cell, open.source, (names) =>
        this.#feed.tell({ kind: 'run-names', run: id, names }),
      );
      if (output) this.#feed.show(id, output);
      await settlesWithin(this.#lookMs, this.#lens.read());
      if (status === 'ok' && open.check !== null && !this.#stopping.has(id)) {
        const outcome = await runCheck(room, { run: id, cell: open.cell, check: open.check });
        this.#feed.tell({ kind: 'run-checked', run: id, outcome });
      }
      this.#end(id, this.#stopping.has(id) ? 'stopped' : status);
    } catch (error) {
      // A kernel that has died ends its runs itself, with the reason.
      if (error instanceof InspectorClosed) await kernel.exited;
      else {
        this.#failed(error);
        await kernel.giveUp();
      }
    }
    this.pump();
  }

  /** Says something under every run that has begun and not ended. */
  tellStarted(text: string): void {
    for (const id of this.#open.keys())
      if (this.#feed.find(id)?.status !== 'queued') this.#feed.notice(id, text);
  }

  /** Looks at the streams as they are before a run, and keeps them, so that Redis can be put back. */
  async #prepare(id: string, { redis }: Room): Promise<void> {
    const keep = () => Promise.all([redis.points.keep(id), this.#lens.refresh()]);
    // A Redis that is busy with a long command must not hold up a run that may not even need it.
    await within(this.#lookMs, 'Redis is busy', keep).catch(() => undefined);
    const points = redis.points.ids;
    if (points.join() !== this.#feed.view.history.points.join())
      this.#feed.tell({ kind: 'points', points });
  }

  /** Takes in what the code inside a kernel tells. */
  hear(kernel: Kernel, signal: KernelSignal): void {
    if (signal.kind === 'booted') return;
    const run = this.#feed.find(signal.run);
    // What a stopped run still says is of no interest; what an unknown one says neither.
    if (!run || run.status === 'stopped') return;
    switch (signal.kind) {
      case 'text':
        this.#feed.print(run.id, signal.stream, signal.text, signal.values);
        break;
      case 'notice':
        this.#feed.notice(run.id, signal.text);
        break;
      case 'commands': {
        const { run: id, rows, omitted } = signal;
        this.#feed.tell({ kind: 'run-commands', run: id, rows, omitted });
        break;
      }
      case 'late-error':
        this.#feed.show(run.id, kernel.presentLate(run.id, signal.error, hasEnded(run.status)));
        break;
      case 'blocked': {
        const { kind, run: id, ...blocked } = signal;
        this.#feed.tell({ kind: `run-${kind}`, run: id, blocked });
        this.pump();
        break;
      }
      case 'unblocked':
        this.#feed.tell({ kind: 'run-unblocked', run: run.id });
        break;
    }
  }

  /** Ends all that has not ended: started runs as `status`, queued ones as stopped. Counts begin anew. */
  endAll(status: 'error' | 'stopped', text: string | null): void {
    for (const id of [...this.#open.keys()]) {
      const queued = this.#feed.find(id)?.status === 'queued';
      if (text !== null) this.#feed.notice(id, text);
      this.#end(id, queued || this.#stopping.has(id) ? 'stopped' : status);
    }
    this.#count = 0;
    this.pump();
  }

  close(): void {
    this.#closed = true;
    this.#waiting.close();
  }

  #end(id: string, status: 'ok' | 'error' | 'stopped'): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    const duration = open.began === null ? 0 : Math.round(performance.now() - open.began);
    this.#feed.tell({ kind: 'run-ended', run: id, status, duration });
    this.#feed.trim();
    open.ended();
    if (open.turn === 'in-turn' && status !== 'ok') this.#dropRest();
  }

  /** A run of all ends where a cell fails or is stopped: those below would only fail in their turn. */
  #dropRest(): void {
    for (const { id, turn } of [...this.#open.values()]) {
      if (turn !== 'in-turn' || this.#feed.find(id)?.status !== 'queued') continue;
      this.#feed.notice(id, 'Not run, because a cell above it failed or was stopped.');
      this.#end(id, 'stopped');
    }
  }
}
