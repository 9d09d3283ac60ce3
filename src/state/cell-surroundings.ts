import type { Account } from './lens.svelte.ts';
import type { CellRuns } from './cell-runs.svelte.ts';

/** What a cell knows of the session it is part of. */
export interface CellSurroundings {
  runsOf(slug: string): CellRuns;
  /** What the cell sent and changed, up to the moment that the lens shows; null when it had not run. */
  accountOf(slug: string): Account | null;
  /** Generation of the kernel that would run it now; 0 while none is known. */
  readonly generation: number;
}
