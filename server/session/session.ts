import type { SessionEvent } from '../../core/session/event.ts';
import { applyEvent } from '../../core/session/apply-event.ts';
import { hashSource } from '../../core/session/hash-source.ts';
import { hasEnded, type Output, type Run } from '../../core/session/run.ts';
import type { SessionView } from '../../core/session/view.ts';
import type { Limits } from '../config/limits.ts';
import { KILLED_NOTICE } from '../kernel/kernel-exit.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { KernelSignal } from '../kernel/wire.ts';
import type { Log } from '../log/log.ts';
import { LensWatch } from './lens-watch.ts';
import { mayStart, type Earlier, type Turn } from './may-start.ts';
import type { Room } from './room.ts';
import type { RoomPool } from './room-pool.ts';
import { trimOutputs, outputLength } from './trim-outputs.ts';
import { WaitingRuns } from './waiting-runs.ts';

/** A run that has not ended, with what the view does not hold of it. */
interface OpenRun {
  id: string;
  cell: string;
  source: string;
  turn: Turn;
  /** Called when it has ended. */
  ended: () => void;
  hasEnded: Promise<void>;
}

/**
 * One learner: their room, the runs in it, and what a page shows of both. It lives as long as its
 * registry keeps it, whether a page is connected or not. All it tells goes through `events`.
 */
export class Session {
  readonly id: string;
  #view: SessionView;
  #pool: RoomPool;
  #limits: Limits;
  #log: Log;
  #room: Room | null = null;
  #listeners = new Set<(event: SessionEvent) => void>();
  #open = new Map<string, OpenRun>();
  #stopping = new Set<string>();
  #count = 0;
  #kept = 0;
  /** Rises with every restart, so that a room that comes too late is given back. */
  #stay = 0;
  #closed = false;
  #lens: LensWatch;
  #waiting: WaitingRuns;

  constructor(id: string, pool: RoomPool, limits: Limits, log: Log) {
    this.id = id;
    this.#pool = pool;
    this.#limits = limits;
    this.#log = log;
    this.#view = {
      kernel: { state: 'starting', generation: 1, notice: null },
      redis: { state: 'starting', product: '', version: '', notice: null },
      runs: [],
      lens: null,
      lensBase: null,
    };
    this.#lens = new LensWatch(
      () => this.#here().redis,
      (lens) => this.#tell({ kind: 'lens', lens }),
    );
    this.#waiting = new WaitingRuns(
      (run) => this.#room?.kernel.activity(run) ?? Promise.resolve(null),
      () => this.#pump(),
    );
    void this.#enter();
  }

  get view(): SessionView {
    return this.#view;
  }

  /** Calls `listener` for every event from now on; the result ends that. */
  listen(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get openRuns(): number {
    return this.#open.size;
  }

  /** True when the session knows a run of this id. */
  has(run: string): boolean {
    return this.#view.runs.some(({ id }) => id === run);
  }

  /** Queues a run of a cell; it starts when its turn has come. */
  run(id: string, cell: string, source: string, turn: Turn): void {
    let ended: () => void = () => undefined;
    const hasEnded = new Promise<void>((resolve) => (ended = resolve));
    this.#open.set(id, { id, cell, source, turn, ended, hasEnded });
    this.#tell({ kind: 'run-queued', run: id, cell, sourceHash: hashSource(source) });
    this.#pump();
  }

  /** Stops a run, by the gentlest way that works; resolves when it has ended. Nothing for one that has. */
  async stop(id: string): Promise<void> {
    const run = this.#find(id);
    if (!run || hasEnded(run.status) || this.#stopping.has(id)) return;
    if (run.status === 'queued') {
      this.#end(id, 'stopped');
      this.#pump();
      return;
    }
    this.#stopping.add(id);
    try {
      const ended = this.#open.get(id)?.hasEnded;
      await this.#stopStarted(run);
      await ended;
    } catch (error) {
      this.#log.error(`Stop of a run failed in session ${this.#name()}`, error);
    } finally {
      this.#stopping.delete(id);
    }
  }

  async #stopStarted(run: Run): Promise<void> {
    const { kernel, redis } = this.#here();
    // A blocked run is not the one that computes: ending the running code would hit another.
    const step = await kernel.stop(run.id, redis, run.status !== 'blocked');
    if (step === 'cancelled') return;
    if (step === 'terminated') {
      this.#show(
        run.id,
        notice(
          'The cell was computing without a pause; its code was ended where it was. Variables are kept.',
        ),
      );
      return;
    }
    this.#show(run.id, notice(KILLED_NOTICE));
  }

  /** A new kernel and an empty Redis. What runs is stopped. */
  async restart(): Promise<void> {
    const old = this.#room;
    this.#room = null;
    this.#endAll('stopped', null);
    const { generation } = this.#view.kernel;
    this.#tell({
      kind: 'kernel',
      kernel: { state: 'starting', generation: generation + 1, notice: null },
    });
    this.#tell({ kind: 'redis', redis: { ...this.#view.redis, state: 'starting', notice: null } });
    this.#count = 0;
    await Promise.all([old?.close(), this.#enter()]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#lens.follow(false);
    this.#waiting.close();
    this.#listeners.clear();
    await this.#room?.close();
  }

  /** Takes a room from the pool and makes it this session's. */
  async #enter(): Promise<void> {
    const stay = ++this.#stay;
    try {
      const room = await this.#pool.take();
      if (this.#closed || this.#stay !== stay) {
        await room.close();
        return;
      }
      this.#room = room;
      this.#lens.forget();
      this.#watchKernel(room, room.kernel);
      this.#watchRedis(room);
      this.#redisIsReady(room, null);
      await this.#lens.read();
      this.#kernelIsReady();
    } catch (error) {
      if (this.#closed || this.#stay !== stay) return;
      const text =
        'A kernel could not be started: this is our fault, and your text is safe. Press Restart to try again.';
      this.#log.error(`No room for session ${this.#name()}`, error);
      this.#endAll('error', text);
      this.#tell({
        kind: 'kernel',
        kernel: { ...this.#view.kernel, state: 'failed', notice: text },
      });
    }
  }

  #kernelIsReady(): void {
    this.#tell({ kind: 'kernel', kernel: { ...this.#view.kernel, state: 'ready' } });
    this.#pump();
  }

  #redisIsReady({ redis: { product, version } }: Room, text: string | null): void {
    this.#tell({ kind: 'redis', redis: { state: 'ready', product, version, notice: text } });
  }

  #watchKernel(room: Room, kernel: Kernel): void {
    kernel.onSignal = (signal) => this.#hear(kernel, signal);
    void kernel.exited.then(async (why) => {
      if (this.#room !== room || this.#closed) return;
      const { generation } = this.#view.kernel;
      const killed = this.#stopping.size > 0;
      const text = killed ? KILLED_NOTICE : why;
      this.#log.info(`Kernel of session ${this.#name()} is gone: ${why}`);
      this.#endAll('error', killed ? null : text);
      this.#count = 0;
      this.#tell({
        kind: 'kernel',
        kernel: { state: 'starting', generation: generation + 1, notice: text },
      });
      try {
        await room.replaceKernel();
        if (this.#room !== room || this.#closed) {
          await room.kernel.close();
          return;
        }
        this.#watchKernel(room, room.kernel);
        this.#kernelIsReady();
      } catch (error) {
        this.#log.error(`Kernel of session ${this.#name()} could not be replaced`, error);
        this.#tell({ kind: 'kernel', kernel: { ...this.#view.kernel, state: 'failed' } });
      }
    });
  }

  #watchRedis(room: Room): void {
    void room.redis.exited.then(async () => {
      if (this.#room !== room || this.#closed) return;
      this.#log.info(`Redis of session ${this.#name()} is gone`);
      const text =
        'Redis ended unexpectedly and was replaced by an empty one. Variables are kept: run the cells above again to fill it.';
      this.#tell({
        kind: 'redis',
        redis: { ...this.#view.redis, state: 'starting', notice: text },
      });
      try {
        await room.replaceRedis();
        if (this.#room !== room || this.#closed) {
          await room.redis.close();
          return;
        }
        this.#watchRedis(room);
        this.#lens.forget();
        this.#redisIsReady(room, text);
        await this.#lens.read();
      } catch (error) {
        this.#log.error(`Redis of session ${this.#name()} could not be replaced`, error);
        this.#tell({ kind: 'redis', redis: { ...this.#view.redis, state: 'failed' } });
      }
    });
  }

  /** Starts every queued run whose turn has come, in their order. */
  #pump(): void {
    const seen: Earlier[] = [];
    for (const { id, turn } of this.#open.values()) {
      const run = this.#find(id);
      if (!run) continue;
      const ready = this.#view.kernel.state === 'ready' && this.#room;
      if (run.status === 'queued' && ready && mayStart(turn, seen, this.#waiting.ids)) {
        void this.#start(id);
      }
      seen.push({ run: this.#find(id) ?? run, turn });
    }
    const ids = (status: Run['status']) =>
      seen.filter(({ run }) => run.status === status).map(({ run }) => run.id);
    this.#waiting.watch(ids('queued').length > 0 ? ids('running') : []);
    this.#lens.follow(seen.length > ids('queued').length);
  }

  async #start(id: string): Promise<void> {
    const open = this.#open.get(id);
    const room = this.#here();
    if (!open) return;
    this.#tell({ kind: 'run-started', run: id, count: ++this.#count, at: Date.now() });
    try {
      const { status, output } = await room.kernel.run(id, open.cell, open.source);
      if (output) this.#show(id, output);
      await this.#lens.read();
      this.#end(id, this.#stopping.has(id) ? 'stopped' : status);
    } catch (error) {
      // A kernel that has died ends its runs itself, with the reason.
      if (!this.#open.has(id) || this.#room !== room) return;
      await room.kernel.exited;
      this.#log.error(`A run failed in session ${this.#name()}`, error);
    }
    this.#pump();
  }

  #hear(kernel: Kernel, signal: KernelSignal): void {
    if (signal.kind === 'booted') return;
    const run = this.#find(signal.run);
    // What a stopped run still says is of no interest; what an unknown one says neither.
    if (!run || run.status === 'stopped') return;
    switch (signal.kind) {
      case 'text':
        this.#show(run.id, { kind: 'text', stream: signal.stream, text: signal.text });
        break;
      case 'notice':
        this.#show(run.id, notice(signal.text));
        break;
      case 'late-error':
        this.#show(run.id, kernel.presentLate(run.id, signal.error, hasEnded(run.status)));
        break;
      case 'blocked': {
        const { command, keys, timeout, since } = signal;
        this.#tell({
          kind: 'run-blocked',
          run: run.id,
          blocked: { command, keys, timeout, since },
        });
        this.#pump();
        break;
      }
      case 'unblocked':
        this.#tell({ kind: 'run-unblocked', run: run.id });
        break;
    }
  }

  #show(run: string, output: Output): void {
    this.#tell({ kind: 'run-output', run, output });
  }

  #end(id: string, status: 'ok' | 'error' | 'stopped'): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    const startedAt = this.#find(id)?.startedAt;
    const duration = startedAt ? Math.max(0, Date.now() - startedAt) : 0;
    this.#tell({ kind: 'run-ended', run: id, status, duration });
    this.#keepBounded();
    open.ended();
    if (open.turn === 'in-turn' && status !== 'ok') this.#dropRest();
  }

  /** A run of all ends where a cell fails or is stopped: those below would only fail in their turn. */
  #dropRest(): void {
    for (const { id, turn } of [...this.#open.values()]) {
      if (turn !== 'in-turn' || this.#find(id)?.status !== 'queued') continue;
      this.#show(id, notice('Not run, because a cell above it failed or was stopped.'));
      this.#end(id, 'stopped');
    }
  }

  /** Ends all that has not ended: started runs as `status`, queued ones as stopped. */
  #endAll(status: 'error' | 'stopped', text: string | null): void {
    for (const id of [...this.#open.keys()]) {
      const queued = this.#find(id)?.status === 'queued';
      if (text !== null && !queued) this.#show(id, notice(text));
      this.#end(id, queued || this.#stopping.has(id) ? 'stopped' : status);
    }
  }

  #keepBounded(): void {
    this.#kept = this.#view.runs.reduce((sum, run) => sum + outputLength(run), 0);
    const max = this.#limits.sessionOutputCharacters;
    if (this.#kept > max) this.#view = { ...this.#view, runs: trimOutputs(this.#view.runs, max) };
  }

  #tell(event: SessionEvent): void {
    if (this.#closed) return;
    this.#view = applyEvent(this.#view, event);
    for (const listener of this.#listeners) listener(event);
  }

  #find(id: string): Run | undefined {
    return this.#view.runs.find((run) => run.id === id);
  }

  #here(): Room {
    if (!this.#room) throw new Error('The session has no room.');
    return this.#room;
  }

  /** For the log: a session's id is a secret. */
  #name(): string {
    return this.id.slice(0, 6);
  }
}

function notice(text: string): Output {
  return { kind: 'notice', text };
}
