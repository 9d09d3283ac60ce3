import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { EMPTY_HISTORY } from '../session/extend-history.ts';
import type { SessionView } from '../session/view.ts';
import { ClientMessage } from './client-message.ts';
import { PROTOCOL } from './version.ts';
import { ServerMessage } from './server-message.ts';

const run = { type: 'run', run: 'run-1', cell: 'add', source: '1 + 1', turn: 'soon' };

describe('what a page may say', () => {
  it.each([
    { type: 'hello', protocol: PROTOCOL, session: null },
    { type: 'hello', protocol: PROTOCOL, session: 'aB3_-' },
    { type: 'hello', protocol: 99, session: null },
    run,
    { ...run, source: '', turn: 'in-turn' },
    { ...run, run: 'r'.repeat(64) },
    { type: 'stop', run: 'run-1' },
    { type: 'go-on', run: 'run-1' },
    { type: 'restart' },
    { type: 'ping' },
  ])('takes $type', (message) => {
    expect(safeParse(ClientMessage, message)).toMatchObject({ success: true, output: message });
  });

  it.each([
    [undefined],
    [null],
    ['ping'],
    [['ping']],
    [{}],
    [{ type: 'PING' }],
    [{ type: 'ping', extra: 1 }],
    [{ type: 'hello', protocol: PROTOCOL }],
    [{ type: 'hello', protocol: '1', session: null }],
    [{ type: 'hello', protocol: PROTOCOL, session: 'a b' }],
    [{ ...run, run: '' }],
    [{ ...run, run: 'r'.repeat(65) }],
    [{ ...run, cell: '../../etc' }],
    [{ ...run, cell: 'a\n' }],
    [{ ...run, source: null }],
    [{ ...run, turn: 'later' }],
    [{ type: 'stop', run: 1 }],
  ])('refuses %j', (message) => {
    expect(safeParse(ClientMessage, message).success).toBe(false);
  });
});

describe('what the server says', () => {
  const view: SessionView = {
    kernel: { state: 'starting', generation: 1, notice: null },
    redis: { state: 'starting', product: '', version: '', notice: null },
    runs: [],
    lens: null,
    lensBase: null,
    history: EMPTY_HISTORY,
  };

  it.each([
    { type: 'welcome', session: 's', found: 'resumed', view },
    { type: 'event', event: { kind: 'run-ended', run: 'r', status: 'ok', duration: 0 } },
    {
      type: 'event',
      event: { kind: 'lens', at: 1, changes: [{ kind: 'stream-made', stream: 's' }] },
    },
    { type: 'event', event: { kind: 'run-asked', run: 'r', stopsAt: 5 } },
    { type: 'event', event: { kind: 'run-asked', run: 'r', stopsAt: null } },
    { type: 'refused', reason: 'full', message: 'Full.', run: null },
    { type: 'waiting', ahead: 0 },
    { type: 'over', message: 'Nothing was run.' },
    { type: 'pong' },
    { type: 'restarting' },
  ])('is understood as $type', (message) => {
    expect(safeParse(ServerMessage, message)).toMatchObject({ success: true, output: message });
  });

  it.each([
    [{ type: 'welcome', session: 's', found: 'guessed', view }],
    [{ type: 'welcome', session: 's', found: 'new', view: { ...view, runs: null } }],
    [{ type: 'event', event: { kind: 'run-exploded', run: 'r' } }],
    [{ type: 'event', event: { kind: 'run-ended', run: 'r', status: 'running', duration: 0 } }],
    [{ type: 'waiting', ahead: -1 }],
    [{ type: 'waiting', ahead: 0.5 }],
    [{ type: 'refused', reason: 'mood', message: '', run: null }],
    [{ type: 'refused', reason: 'full', message: '' }],
  ])('is not understood as %j', (message) => {
    expect(safeParse(ServerMessage, message).success).toBe(false);
  });
});
