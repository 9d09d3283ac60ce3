import { describe, expect, it } from 'vitest';
import type { Run, RunStatus } from '../../core/session/run.ts';
import { announcement } from './announcement.ts';

const run = (status: RunStatus): Run => ({
  id: 'r',
  cell: 'c',
  generation: 1,
  count: 1,
  status,
  sourceHash: '',
  names: { declares: [], uses: [] },
  startedAt: 0,
  duration: 7,
  blocked: null,
  stopsAt: null,
  outputs: [],
  commands: [],
  commandsOmitted: 0,
  changes: [],
  before: null,
});

describe('announcement', () => {
  it.each(['ok', 'error', 'stopped'] as const)('tells how a run has ended: %s', (status) => {
    expect(announcement('Add an entry', run('running'), run(status), 0)).toMatch(
      /^Add an entry: (OK|Error|Stopped) 7 ms$/,
    );
  });

  it('tells that a run is blocked', () => {
    expect(announcement('Wait', run('running'), run('blocked'), 0)).toBe('Wait: Blocked');
  });

  it('tells once that a run goes on for long, and when it will be stopped', () => {
    const asked = { ...run('running'), stopsAt: 120_000 };
    expect(announcement('Add', run('running'), asked, 60_000)).toBe(
      'Add has been running for 1 min. It will be stopped in 1 min unless you press Let it go on.',
    );
    expect(announcement('Add', asked, asked, 61_000)).toBeNull();
    expect(announcement('Add', asked, run('running'), 61_000)).toBeNull();
    expect(announcement('Add', asked, run('stopped'), 61_000)).toBe('Add: Stopped 7 ms');
  });

  it('stays silent about queues, starts and output', () => {
    expect(announcement('A', undefined, run('queued'), 0)).toBeNull();
    expect(announcement('A', run('queued'), run('running'), 0)).toBeNull();
    expect(announcement('A', run('ok'), run('ok'), 0)).toBeNull();
  });
});
