import type { RefusalReason } from '../../core/protocol/server-message.ts';

/** Why something that a page asked for was not done. */
export interface Refusal {
  reason: RefusalReason;
  /** What to do, in a sentence for the learner. */
  message: string;
}

/** Nobody else may wait for a place. */
export function lineIsFull(sessions: number, waiting: number): Refusal {
  return {
    reason: 'full',
    message: `The server is full: ${sessions} people are using it, and ${waiting} are waiting already.`,
  };
}

/** One address has as many sessions as it may have. */
export function addressIsFull(sessions: number): Refusal {
  return {
    reason: 'full-address',
    message: `The server is full for your network: ${sessions} sessions were begun from your address, and it takes no more from one. Close a page that you do not use, or ask whoever runs the server to raise STREAMBOOK_SESSIONS_PER_ADDRESS.`,
  };
}
