import type { Run } from '../../core/session/run.ts';
import type { Account } from './lens.svelte.ts';

/** What a cell knows of the session it is part of. */
export interface CellSurroundings {
  /** The newest run of a cell; null when there is none. */
  runOf(slug: string): Run | null;
  /** Older runs of a cell that still go on. */
  olderRunsOf(slug: string): readonly Run[];
  /** What the cell sent and changed, up to the moment that the lens shows; null when it had not run. */
  accountOf(slug: string): Account | null;
  /** True when the cell's run belongs to a session that is gone. */
  isLost(slug: string): boolean;
  /** Generation of the kernel that would run it now. */
  readonly generation: number;
  /** True when a run was asked for and the server has not taken it yet. */
  isAsked(slug: string): boolean;
}
