import { describe, expect, it } from 'vitest';
import type { RefusalReason } from '../../core/protocol/server-message.ts';
import { step, type Connection, type ConnectionInput } from './connection.ts';

const refused = (reason: RefusalReason): ConnectionInput => ({
  type: 'refused',
  reason,
  message: 'Because.',
});

const connecting: Connection = { state: 'connecting', attempt: 0 };
const greeting: Connection = { state: 'greeting', attempt: 2 };
const inLine: Connection = { state: 'in-line', ahead: 3 };
const ready: Connection = { state: 'ready' };
const waiting: Connection = { state: 'waiting', attempt: 3, reason: 'lost', message: null };
const ended: Connection = { state: 'ended', message: 'Reload.', mayReturn: false };

describe('step', () => {
  it('opens a socket at the start', () => {
    expect(step({ state: 'idle' }, { type: 'start' })).toEqual({
      connection: connecting,
      actions: ['open'],
    });
  });

  it('says hello as soon as the socket is open', () => {
    expect(step(connecting, { type: 'opened' })).toEqual({
      connection: { state: 'greeting', attempt: 0 },
      actions: ['hello'],
    });
  });

  it('is ready when welcomed', () => {
    expect(step(greeting, { type: 'welcomed' })).toEqual({ connection: ready, actions: [] });
  });

  it('waits in line when the server is full, moves up, and is let in by the server', () => {
    const placed = step(greeting, { type: 'placed', ahead: 3 });
    expect(placed).toEqual({ connection: inLine, actions: [] });
    expect(step(placed.connection, { type: 'placed', ahead: 2 })).toEqual({
      connection: { state: 'in-line', ahead: 2 },
      actions: [],
    });
    expect(step(inLine, { type: 'welcomed' })).toEqual({ connection: ready, actions: [] });
  });

  it('begins anew, at the end of the line, when it is lost there', () => {
    expect(step(inLine, { type: 'closed' })).toEqual({
      connection: { state: 'waiting', attempt: 1, reason: 'lost', message: null },
      actions: ['close', { type: 'wait', reason: 'lost', attempt: 0 }],
    });
    expect(step(inLine, refused('full')).connection).toMatchObject({ reason: 'refused' });
  });

  it('waits longer each time when the server is not there', () => {
    expect(step(connecting, { type: 'closed' })).toEqual({
      connection: { state: 'waiting', attempt: 1, reason: 'lost', message: null },
      actions: [{ type: 'wait', reason: 'lost', attempt: 0 }],
    });
    expect(step(greeting, { type: 'closed' }).actions).toEqual([
      'close',
      { type: 'wait', reason: 'lost', attempt: 2 },
    ]);
  });

  it('begins with a short wait when a connection is lost that was ready', () => {
    expect(step(ready, { type: 'closed' })).toEqual({
      connection: { state: 'waiting', attempt: 1, reason: 'lost', message: null },
      actions: ['close', { type: 'wait', reason: 'lost', attempt: 0 }],
    });
  });

  it('tries again after the wait', () => {
    expect(step(waiting, { type: 'retry' })).toEqual({
      connection: { state: 'connecting', attempt: 3 },
      actions: ['open'],
    });
  });

  it.each(['full', 'full-address', 'internal', 'malformed'] as const)(
    'waits and tries again when refused as %s instead of welcomed',
    (reason) => {
      expect(step(greeting, refused(reason))).toEqual({
        connection: { state: 'waiting', attempt: 3, reason: 'refused', message: 'Because.' },
        actions: ['close', { type: 'wait', reason: 'refused', attempt: 2 }],
      });
    },
  );

  it.each([greeting, inLine, ready])(
    'ends when the server speaks another protocol ($state)',
    (from) => {
      expect(step(from, refused('protocol'))).toEqual({
        connection: { state: 'ended', message: 'Because.', mayReturn: false },
        actions: ['close'],
      });
    },
  );

  it('ends with its session, and begins anew when the learner is back', () => {
    const over = step(ready, { type: 'over', message: 'Nothing was run.' });
    expect(over).toEqual({
      connection: { state: 'ended', message: 'Nothing was run.', mayReturn: true },
      actions: ['close'],
    });
    expect(step(over.connection, { type: 'retry' })).toEqual({
      connection: connecting,
      actions: ['open'],
    });
  });

  it.each(['malformed', 'full', 'too-long', 'too-many', 'unknown-run', 'internal'] as const)(
    'stays ready when one message is refused as %s',
    (reason) => {
      expect(step(ready, refused(reason))).toEqual({ connection: ready, actions: [] });
    },
  );

  it.each([connecting, greeting, inLine, ready, ended])(
    'ignores a wish to try again while it is $state',
    (from) => {
      expect(step(from, { type: 'retry' })).toEqual({ connection: from, actions: [] });
    },
  );

  it.each([
    [{ state: 'idle' }, { type: 'opened' }],
    [connecting, { type: 'welcomed' }],
    [greeting, { type: 'start' }],
    [ready, { type: 'opened' }],
    [ready, { type: 'placed', ahead: 1 }],
    [inLine, { type: 'opened' }],
    [waiting, { type: 'closed' }],
    [ended, { type: 'opened' }],
  ] satisfies [Connection, ConnectionInput][])('throws when %o gets %o', (from, input) => {
    expect(() => step(from, input)).toThrow(`a connection that is ${from.state} cannot be`);
  });
});
