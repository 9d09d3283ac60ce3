import { applyEvent } from '../../core/session/apply-event.ts';
import type { SessionEvent } from '../../core/session/event.ts';
import type { Output, Run } from '../../core/session/run.ts';
import type { KernelView, RedisView, SessionView } from '../../core/session/view.ts';
import { EMPTY_HISTORY } from '../../core/session/extend-history.ts';
import { outputLength, trimOutputs } from './trim-outputs.ts';

/** The view of a session, and everybody who is told when it changes. */
export class SessionFeed {
  #view: SessionView = {
    kernel: { state: 'starting', generation: 1, notice: null },
    redis: { state: 'starting', product: '', version: '', notice: null },
    runs: [],
    lens: null,
    lensBase: null,
    history: EMPTY_HISTORY,
  };
  #listeners = new Set<(event: SessionEvent) => void>();
  #maxOutput: number;

  /** @param maxOutput characters of output that are kept in the view */
  constructor(maxOutput: number) {
    this.#maxOutput = maxOutput;
  }

  get view(): SessionView {
    return this.#view;
  }

  /** Calls `listener` for every event from now on; the result ends that. */
  listen(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: SessionEvent): void {
    this.#view = applyEvent(this.#view, event);
    for (const listener of this.#listeners) listener(event);
  }

  /** Tells what changes of the kernel. */
  kernel(change: Partial<KernelView>): void {
    this.tell({ kind: 'kernel', kernel: { ...this.#view.kernel, ...change } });
  }

  /** Tells what changes of the Redis. */
  redis(change: Partial<RedisView>): void {
    this.tell({ kind: 'redis', redis: { ...this.#view.redis, ...change } });
  }

  show(run: string, output: Output): void {
    this.tell({ kind: 'run-output', run, output });
  }

  /** Shows words of ours under a run. */
  notice(run: string, text: string): void {
    this.show(run, { kind: 'notice', text });
  }

  find(id: string): Run | undefined {
    return this.#view.runs.find((run) => run.id === id);
  }

  /** Drops the oldest outputs when there are too many of them. */
  trim(): void {
    const length = this.#view.runs.reduce((sum, run) => sum + outputLength(run), 0);
    if (length <= this.#maxOutput) return;
    this.#view = { ...this.#view, runs: trimOutputs(this.#view.runs, this.#maxOutput) };
  }

  close(): void {
    this.#listeners.clear();
  }
}
