import { hasEnded, type Run } from '../../core/session/run.ts';

/**
 * The runs of one cell, as the session tells them. Each cell has its own, so that what one cell does is no
 * news to all the others.
 */
export class CellRuns {
  /** Those that the server has taken, oldest first. */
  taken = $state.raw<readonly Run[]>([]);
  /** The newest run in a session that is gone: shown as stale until the cell is run again. */
  former = $state.raw<Run | null>(null);
  /** True when a run was asked for and the server has not taken it yet. */
  isAsked = $state(false);
  /** True when that was more than a blink ago: the cell shows that it waits. */
  isKeptWaiting = $state(false);

  /** Null when the cell was never run. */
  get newest(): Run | null {
    return this.taken.at(-1) ?? this.former;
  }

  /** True when the newest run belongs to a session that is gone. */
  get isLost(): boolean {
    return this.taken.length === 0 && this.former !== null;
  }

  /** True when the cell has ever been run or asked for, as far as this page knows. */
  get hasAny(): boolean {
    return this.isAsked || this.newest !== null;
  }

  /** Older runs that still go on in a kernel. */
  olderIn(generation: number): readonly Run[] {
    return this.taken
      .slice(0, -1)
      .filter((run) => !hasEnded(run.status) && run.generation === generation);
  }

  /** Takes over what the session has now; nothing changes where nothing is new. */
  take(runs: readonly Run[]): void {
    const { taken } = this;
    const isSame = runs.length === taken.length && runs.every((run, i) => run === taken[i]);
    if (!isSame) this.taken = runs;
  }
}
