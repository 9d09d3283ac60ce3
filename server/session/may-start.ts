import { hasEnded, type Run } from '../../core/session/run.ts';

/** Which earlier runs a queued run waits for; see the `run` message. */
export type Turn = 'soon' | 'in-turn';

/** A run that was queued before. */
export interface Earlier {
  run: Run;
  turn: Turn;
}

/**
 * True when a queued run may start, with those that were queued before it as they are now.
 * @param waiting ids of running runs that have done nothing for a while, though the kernel is free
 */
export function mayStart(
  turn: Turn,
  earlier: readonly Earlier[],
  waiting: ReadonlySet<string>,
): boolean {
  return earlier.every((one) => hasEnded(one.run.status) || letsPass(turn, one, waiting));
}

function letsPass(turn: Turn, { run, turn: itsTurn }: Earlier, waiting: ReadonlySet<string>) {
  switch (run.status) {
    case 'blocked':
      return turn === 'soon' || run.blocked?.timeout === 0;
    case 'running':
      return turn === 'soon' && waiting.has(run.id);
    case 'queued':
      // The rest of a run of all, stuck behind a cell that waits: what would wake that must get by.
      return turn === 'soon' && itsTurn === 'in-turn';
    case 'ok':
    case 'error':
    case 'stopped':
      return true;
  }
}
