import type { RefusalReason } from '../../core/protocol/server-message.ts';
import type { WaitReason } from './backoff.ts';

/** The page's connection to the server. `attempt` counts the failures since it last was ready. */
export type Connection =
  /** Not begun: before scripts run, and after the page was left. */
  | { state: 'idle' }
  /** The socket is being opened. */
  | { state: 'connecting'; attempt: number }
  /** The socket is open, hello is sent, welcome not yet here. */
  | { state: 'greeting'; attempt: number }
  /** The server is full: it lets this page in when those `ahead` have been let in. */
  | { state: 'in-line'; ahead: number }
  | { state: 'ready' }
  /** A timer runs until the next attempt; message: what the server said, if it refused. */
  | { state: 'waiting'; attempt: number; reason: WaitReason; message: string | null }
  /** Nothing that waiting could mend; mayReturn: the learner may begin anew. */
  | { state: 'ended'; message: string; mayReturn: boolean };

export type ConnectionInput =
  | { type: 'start' }
  | { type: 'opened' }
  /** Got a place in the line, or moved up in it. */
  | { type: 'placed'; ahead: number }
  | { type: 'welcomed' }
  /** The session was ended for want of use. */
  | { type: 'over'; message: string }
  | { type: 'refused'; reason: RefusalReason; message: string }
  /** The socket was closed, could not be opened, or has been silent for too long. */
  | { type: 'closed' }
  /** The timer has run out, or there is a reason not to wait for it (the network is back). */
  | { type: 'retry' };

export type ConnectionAction =
  'open' | 'hello' | 'close' | { type: 'wait'; reason: WaitReason; attempt: number };

export interface Step {
  connection: Connection;
  actions: ConnectionAction[];
}

/** The connection after an input, and what is to be done for it. Throws on an input that cannot be. */
export function step(connection: Connection, input: ConnectionInput): Step {
  switch (connection.state) {
    case 'idle':
      if (input.type === 'start') return connect(0);
      break;
    case 'connecting':
      if (input.type === 'opened') {
        return { connection: { ...connection, state: 'greeting' }, actions: ['hello'] };
      }
      if (input.type === 'closed') return wait(connection.attempt, 'lost', null, []);
      break;
    case 'greeting':
      if (input.type === 'welcomed') return { connection: { state: 'ready' }, actions: [] };
      if (input.type === 'placed') return place(input.ahead);
      if (input.type === 'closed') return wait(connection.attempt, 'lost', null, ['close']);
      if (input.type === 'refused') return refuse(connection, connection.attempt, input);
      break;
    case 'in-line':
      if (input.type === 'welcomed') return { connection: { state: 'ready' }, actions: [] };
      if (input.type === 'placed') return place(input.ahead);
      if (input.type === 'closed') return wait(0, 'lost', null, ['close']);
      if (input.type === 'refused') return refuse(connection, 0, input);
      break;
    case 'ready':
      if (input.type === 'over') return end(input.message, true);
      if (input.type === 'closed') return wait(0, 'lost', null, ['close']);
      if (input.type === 'refused') return refuse(connection, 0, input);
      break;
    case 'waiting':
      if (input.type === 'retry') return connect(connection.attempt);
      break;
    case 'ended':
      if (input.type === 'retry' && connection.mayReturn) return connect(0);
      break;
  }
  // Asking for an attempt while one goes on, or when none would help, is no mistake.
  if (input.type === 'retry') return { connection, actions: [] };
  throw new Error(`a connection that is ${connection.state} cannot be ${input.type}`);
}

function connect(attempt: number): Step {
  return { connection: { state: 'connecting', attempt }, actions: ['open'] };
}

function place(ahead: number): Step {
  return { connection: { state: 'in-line', ahead }, actions: [] };
}

function wait(
  failures: number,
  reason: WaitReason,
  message: string | null,
  actions: ConnectionAction[],
): Step {
  return {
    connection: { state: 'waiting', attempt: failures + 1, reason, message },
    actions: [...actions, { type: 'wait', reason, attempt: failures }],
  };
}

function end(message: string, mayReturn: boolean): Step {
  return { connection: { state: 'ended', message, mayReturn }, actions: ['close'] };
}

function refuse(
  connection: Connection,
  failures: number,
  { reason, message }: ConnectionInput & { type: 'refused' },
): Step {
  if (reason === 'protocol') return end(message, false);
  // Refused instead of welcomed: there is no session. Later, a refusal is about one message only.
  if (connection.state !== 'ready') return wait(failures, 'refused', message, ['close']);
  return { connection, actions: [] };
}
