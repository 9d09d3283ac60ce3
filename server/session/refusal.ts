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

/** One address begins sessions too fast. */
export function startsTooFast(perMinute: number): Refusal {
  return {
    reason: 'too-fast',
    message: `${perMinute} sessions were begun from your network address within a minute, which is as many as the server begins.`,
  };
}

/** A session is restarted too often. */
export function restartsTooFast(perMinute: number): Refusal {
  return {
    reason: 'too-fast',
    message: `You have restarted ${perMinute} times within a minute, which is as often as the server does it. Wait a little, then press Restart again; to end a cell, Stop is enough.`,
  };
}

/** Messages of a page come faster than they are read. */
export function messagesTooFast(perSecond: number): Refusal {
  return {
    reason: 'too-fast',
    message: `This page sends more than ${perSecond} messages a second: the server reads them more slowly. Nothing is lost; wait a little.`,
  };
}

/** A connection that says nothing. */
export function helloTooLate(ms: number): Refusal {
  return {
    reason: 'too-late',
    message: `This page has not said what it wants within ${ms / 1000} s, so that the server has closed its connection.`,
  };
}

/** There are as many connections as there may be, in all or from one address. */
export function tooManyConnections(
  limit: 'connections' | 'connectionsPerAddress',
  most: number,
): Refusal {
  return limit === 'connections'
    ? { reason: 'full', message: `The server is full: ${most} pages are connected to it.` }
    : {
        reason: 'full-address',
        message: `The server is full for your network: ${most} pages are connected from your address. Close some that you do not use.`,
      };
}
