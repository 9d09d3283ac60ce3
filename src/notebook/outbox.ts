import type { ClientMessage } from '../../core/protocol/client-message.ts';

/** A run that the learner has asked for. */
export type RunRequest = ClientMessage & { type: 'run' };

/**
 * Runs that were asked for and that the server has not taken yet, oldest first. They survive a lost
 * connection: what the server did not get is sent again, once, under the same id.
 */
export type Outbox = readonly RunRequest[];

/** The outbox once the server has taken a run, or has refused it. */
export function without(outbox: Outbox, run: string): Outbox {
  return outbox.some(({ run: id }) => id === run)
    ? outbox.filter(({ run: id }) => id !== run)
    : outbox;
}

/**
 * The outbox when the session was found again: runs that the server knows are taken, the others are
 * to be sent again.
 */
export function unsent(outbox: Outbox, known: readonly { id: string }[]): Outbox {
  const taken = new Set(known.map(({ id }) => id));
  return outbox.filter(({ run }) => !taken.has(run));
}
