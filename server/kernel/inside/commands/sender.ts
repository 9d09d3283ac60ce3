import type { RunContext } from '../run-context.ts';
import type { Transaction } from './transaction.ts';

/** `multi().exec()`, which puts all its commands into the queue in one go. */
export interface Batch {
  /** Begun by its first command, MULTI. */
  transaction: Transaction | null;
}

/** Whose commands are put into a queue right now: null for the kernel's own, undefined when nobody said. */
let sender: RunContext | null | undefined;
let batch: Batch | null = null;

export function currentSender(): RunContext | null | undefined {
  return sender;
}

export function currentBatch(): Batch | null {
  return batch;
}

/**
 * Calls what puts commands into the queue of a client before it returns. They belong to this run,
 * or to none: the client itself works outside all runs.
 */
export function sendFor<T>(run: RunContext | undefined, send: () => T, isBatch = false): T {
  sender = run ?? null;
  if (isBatch) batch = { transaction: null };
  try {
    return send();
  } finally {
    nobodySends();
  }
}

/** Stop may have ended code in the middle of sendFor(). */
export function nobodySends(): void {
  sender = undefined;
  batch = null;
}
