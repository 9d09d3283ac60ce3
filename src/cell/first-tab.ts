import type { ChangeLine } from '../../core/lens/change-line.ts';
import { hasEnded, type Output, type RunStatus } from '../../core/session/run.ts';

/** What stands under a cell, one at a time. */
export type ResultTab = 'output' | 'commands' | 'changes';

/**
 * What is shown until the learner chooses: the output, which has the first changes under it; but the
 * changes when a run has ended and has nothing else to show.
 */
export function firstTab(
  status: RunStatus | null,
  outputs: readonly Output[],
  changes: readonly ChangeLine[],
): ResultTab {
  const isSilent = status !== null && hasEnded(status) && outputs.length === 0;
  return isSilent && changes.length > 0 ? 'changes' : 'output';
}
