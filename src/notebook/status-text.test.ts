import { describe, expect, it } from 'vitest';
import type { Run } from '../../core/session/run.ts';
import type { StaleReason } from './cell-status.ts';
import { statusText } from './status-text.ts';

const run: Run = {
  id: 'r',
  cell: 'c',
  generation: 1,
  count: 3,
  status: 'ok',
  sourceHash: '',
  names: { declares: [], uses: [] },
  startedAt: 1000,
  duration: 14,
  blocked: null,
  stopsAt: null,
  outputs: [],
  commands: [],
  commandsOmitted: 0,
  changes: [],
  before: null,
};

describe('statusText', () => {
  it('says Not run when there is no run', () => {
    expect(statusText({ status: 'idle', stale: null }, null, 0)).toBe('Not run');
  });

  it('says why a run is stale, and which cell above has made it so', () => {
    const text = (reason: StaleReason, above?: string) =>
      statusText({ status: 'stale', stale: reason, ...(above && { above }) }, run, 0);
    expect(text('edited')).toBe('Stale: edited since it ran');
    expect(text('run-above', 'Add')).toBe('Stale: “Add” above was run again');
    expect(text('edited-above', 'Add')).toBe('Stale: “Add” above was edited');
  });

  it('counts while a run goes on', () => {
    expect(statusText({ status: 'running', stale: null }, run, 2230)).toBe('Running 1.2 s');
  });

  it('says what a run is blocked on, and for how long', () => {
    const blocked = {
      command: 'XREAD',
      keys: ['stream-a'],
      since: 2000,
      timeout: 0,
      group: null,
      consumer: null,
    };
    const text = statusText({ status: 'blocked', stale: null }, { ...run, blocked }, 5000);
    expect(text).toBe('Blocked on XREAD stream-a 3 s');
  });

  it('says when a wait will end by itself', () => {
    const blocked = {
      command: 'XREADGROUP',
      keys: ['a', 'b'],
      since: 0,
      timeout: 5000,
      group: null,
      consumer: null,
    };
    const text = statusText({ status: 'blocked', stale: null }, { ...run, blocked }, 2000);
    expect(text).toBe('Blocked on XREADGROUP a b 2 s of 5 s');
  });

  it.each([
    ['queued', 'Queued'],
    ['ok', 'OK 14 ms'],
    ['error', 'Error 14 ms'],
    ['stopped', 'Stopped 14 ms'],
  ] as const)('says %s as "%s"', (status, text) => {
    expect(statusText({ status, stale: null }, run, 0)).toBe(text);
  });

  it('tells a run that was stopped before it began', () => {
    const text = statusText({ status: 'stopped', stale: null }, { ...run, count: null }, 0);
    expect(text).toBe('Stopped before its turn');
  });

  it.each([
    ['edited', 'Stale: edited since it ran'],
    ['dialect', 'Stale: ran in the other dialect'],
    ['kernel', 'Stale: the kernel was replaced'],
    ['session', 'Stale: the session is gone'],
  ] as const)('says why a result is stale: %s', (stale, text) => {
    expect(statusText({ status: 'stale', stale }, run, 0)).toBe(text);
  });
});
