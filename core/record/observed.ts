import type { LensSnapshot } from '../lens/snapshot.ts';
import type { Run } from '../session/run.ts';

/** What could be seen of one cell while a notebook was run from top to bottom, times and ids as they were. */
export interface Observed {
  /** The run, ended. */
  run: Run;
  /**
   * All streams when it had ended; for one that had to be woken, as they were before it: what it and the
   * cell that woke it left is seen after that one.
   */
  lens: LensSnapshot;
}
