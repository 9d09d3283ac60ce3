import { hasEnded, type Run, type RunStatus } from '../../core/session/run.ts';
import { textDifference } from './text-difference.ts';

/** What a cell shows as its status, and what `data-status` says. */
export type CellStatus = 'idle' | 'stale' | RunStatus;

/** Why what stands under a cell no longer holds. */
export type StaleReason =
  /** The text was edited after the run. */
  | 'edited'
  /** What ran is the cell's text in the other dialect. */
  | 'dialect'
  /** The kernel of the run is gone, and its variables with it. */
  | 'kernel'
  /** The whole session is gone: kernel and Redis. */
  | 'session'
  /** A cell above, on which it depends, was run again. */
  | 'run-above'
  /** A cell above, on which it depends, was edited. */
  | 'edited-above'
  /** A cell above, on which it depends, ran in the other dialect. */
  | 'dialect-above';

/** A cell above that has made this one stale. */
export interface StaleAbove {
  reason: 'run-above' | 'edited-above' | 'dialect-above';
  title: string;
}

export interface CellCondition {
  status: CellStatus;
  /** Set when the status is stale, else null. */
  stale: StaleReason | null;
  /** Title of the cell above that has made it stale; only there when one has. */
  above?: string;
}

/** What is known about a cell when its condition is asked for. */
export interface CellFacts {
  /** The newest run; null when there is none. */
  run: Run | null;
  /** hashSource() of the text as it stands in the cell now. */
  sourceHash: string;
  /** The same of the texts that it has in the other dialect. */
  otherHashes: readonly string[];
  /** Generation of the kernel that would run it now. */
  generation: number;
  /** True when the run belongs to a session that is gone. */
  sessionLost: boolean;
  /** The cell above that has made it stale; null when none has. */
  above: StaleAbove | null;
}

/**
 * The condition of a cell. A run that goes on is shown as it is, even while its text is being
 * edited; one that has ended is stale as soon as running it again could give something else.
 */
export function cellCondition(facts: CellFacts): CellCondition {
  const { run } = facts;
  if (run === null) return { status: 'idle', stale: null };
  const stale = staleReason(run, facts);
  if (stale !== null) return { status: 'stale', stale };
  if (facts.above === null || run.status !== 'ok') return { status: run.status, stale };
  return { status: 'stale', stale: facts.above.reason, above: facts.above.title };
}

function staleReason(run: Run, facts: CellFacts): StaleReason | null {
  if (facts.sessionLost) return 'session';
  // A run of an earlier kernel cannot go on; until the server has said so, it is shown as going on.
  if (!hasEnded(run.status)) return null;
  if (run.generation < facts.generation) return 'kernel';
  return textDifference(run, facts.sourceHash, facts.otherHashes);
}

/** True when the cell has a run that will still change: its button says Stop. */
export function isActive(status: CellStatus): boolean {
  return status === 'queued' || status === 'running' || status === 'blocked';
}
