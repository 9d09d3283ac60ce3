import type { SessionEvent } from '../../core/session/event.ts';
import type { Limits } from '../config/limits.ts';
import type { StopStep } from '../kernel/stop-run.ts';
import { overtimeNotice } from './overtime-notice.ts';
import { askAt, letGoOn, setBlocked, startTime, type RunTime } from './run-time.ts';
import type { SessionFeed } from './session-feed.ts';

/** A run whose time is looked after. */
interface Timed {
  time: RunTime;
  /** Until the learner is asked or, when they were, until the run is stopped. */
  timer: NodeJS.Timeout | null;
  isAsked: boolean;
}

/** Longest time that a timer takes, in ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Looks after the time of running runs: asks the learner about one that goes on for long, and stops
 * it when nobody lets it go on. It hears from the feed what runs do. Owns its timers.
 */
export class Overtime {
  #feed: SessionFeed;
  #limits: Limits;
  #stop: (run: string) => Promise<StopStep | null>;
  #runs = new Map<string, Timed>();

  /** @param stop stops a run that nobody has let go on, and tells how; null when it had ended */
  constructor(feed: SessionFeed, limits: Limits, stop: (run: string) => Promise<StopStep | null>) {
    this.#feed = feed;
    this.#limits = limits;
    this.#stop = stop;
    feed.listen((event) => this.#hear(event));
  }

  /** The learner lets a run go on; nothing for one that was not asked about. */
  letGoOn(run: string): void {
    const timed = this.#runs.get(run);
    if (!timed?.isAsked) return;
    timed.isAsked = false;
    timed.time = letGoOn(timed.time, performance.now(), this.#limits);
    this.#feed.tell({ kind: 'run-asked', run, stopsAt: null });
    this.#watch(run, timed);
  }

  close(): void {
    for (const { timer } of this.#runs.values()) if (timer) clearTimeout(timer);
    this.#runs.clear();
  }

  #hear(event: SessionEvent): void {
    switch (event.kind) {
      case 'run-started': {
        const time = startTime(performance.now(), this.#limits);
        const timed: Timed = { time, timer: null, isAsked: false };
        this.#runs.set(event.run, timed);
        this.#watch(event.run, timed);
        break;
      }
      case 'run-blocked':
      case 'run-unblocked': {
        const timed = this.#runs.get(event.run);
        if (!timed) return;
        timed.time = setBlocked(timed.time, event.kind === 'run-blocked', performance.now());
        // A timer that runs out too early looks again: a run may be blocked thousands of times.
        if (event.kind === 'run-unblocked' && !timed.isAsked) this.#watch(event.run, timed);
        break;
      }
      case 'run-ended': {
        const timer = this.#runs.get(event.run)?.timer;
        if (timer) clearTimeout(timer);
        this.#runs.delete(event.run);
      }
    }
  }

  #watch(run: string, timed: Timed): void {
    if (timed.timer) clearTimeout(timed.timer);
    const wait = Math.ceil(askAt(timed.time) - performance.now());
    if (wait <= 0) this.#ask(run, timed);
    else timed.timer = setTimeout(() => this.#watch(run, timed), Math.min(wait, LONGEST_TIMER));
  }

  #ask(run: string, timed: Timed): void {
    const { answerMs } = this.#limits;
    timed.isAsked = true;
    this.#feed.tell({ kind: 'run-asked', run, stopsAt: Date.now() + answerMs });
    timed.timer = setTimeout(() => {
      timed.timer = null;
      void this.#end(run, performance.now() - timed.time.startedAt);
    }, answerMs);
  }

  /** Stops a run that has gone on for so many ms, and says why. */
  async #end(run: string, ms: number): Promise<void> {
    const step = await this.#stop(run);
    if (step !== null) this.#feed.notice(run, overtimeNotice(ms, step));
  }
}
