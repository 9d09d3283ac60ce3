import { applyEvent } from '../../core/session/apply-event.ts';
import type { SessionEvent } from '../../core/session/event.ts';
import type { Output, Run } from '../../core/session/run.ts';
import type { KernelView, RedisView, SessionView } from '../../core/session/view.ts';
import { EMPTY_HISTORY } from '../../core/session/extend-history.ts';
import type { ShownValues } from '../../core/value/shown-values.ts';
import { sizeOfValues } from '../../core/value/size-of-values.ts';
import type { Limits } from '../config/limits.ts';
import { TokenBucket } from '../rate/token-bucket.ts';
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
  #limits: Limits;
  #pace: TokenBucket;
  #flooded: () => void;

  /** @param flooded told when a run begins to print faster than it may */
  constructor(limits: Limits, flooded: () => void) {
    this.#limits = limits;
    this.#flooded = flooded;
    const { outputCharacters, outputPerSecond } = limits;
    this.#pace = new TokenBucket(outputCharacters, outputPerSecond, performance.now());
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

  /** Shows what a run has printed; what comes too fast is dropped, and said once. */
  print(run: string, stream: 'stdout' | 'stderr', text: string, values?: ShownValues): void {
    const length = this.#pace.takePart(text.length, performance.now());
    if (length === text.length) {
      const { characters } = sizeOfValues(values);
      const hasRoom = this.#pace.take(characters, performance.now());
      this.show(run, { kind: 'text', stream, text, ...(values && hasRoom && { values }) });
      return;
    }
    if (length > 0) this.show(run, { kind: 'text', stream, text: text.slice(0, length) });
    const cut = tooFast(this.#limits.outputPerSecond);
    if (this.find(run)?.outputs.some((output) => output.kind === 'notice' && output.text === cut))
      return;
    this.notice(run, cut);
    this.#flooded();
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
    const { sessionOutputCharacters } = this.#limits;
    const length = this.#view.runs.reduce((sum, run) => sum + outputLength(run), 0);
    if (length <= sessionOutputCharacters) return;
    this.#view = { ...this.#view, runs: trimOutputs(this.#view.runs, sessionOutputCharacters) };
  }

  close(): void {
    this.#listeners.clear();
  }
}

function tooFast(perSecond: number): string {
  return `Output is missing here: your cells print more than ${perSecond.toLocaleString('en')} characters a second. They go on, and what comes too fast is not shown. Print less, or only a part.`;
}
