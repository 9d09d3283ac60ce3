import { hasEnded, type Run } from '../../core/session/run.ts';

/** Which earlier runs a queued run waits for; see the `run` message. */
export type Turn = 'soon' | 'in-turn';

/**
 * True when a queued run may start, with those that were queued before it as they are now.
 * @param waiting ids of running runs that have done nothing for a while, though the kernel is free
 */
export function mayStart(
  turn: Turn,
  earlier: readonly Run[],
  waiting: ReadonlySet<string>,
): boolean {
  return earlier.every((run) => hasEnded(run.status) || letsPass(turn, run, waiting));
}

function letsPass(turn: Turn, run: Run, waiting: ReadonlySet<string>): boolean {
  if (run.status === 'blocked') return turn === 'soon' || run.blocked?.timeout === 0;
  return turn === 'soon' && run.status === 'running' && waiting.has(run.id);
}
