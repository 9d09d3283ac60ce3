import { describe, expect, it } from 'vitest';
import type { Run } from '../../core/session/run.ts';
import { mayStart, type Earlier, type Turn } from './may-start.ts';

const earlier = (status: Run['status'], turn: Turn = 'soon', timeout = 0): Earlier => ({
  turn,
  run: {
    id: status,
    cell: 'c',
    generation: 1,
    count: null,
    status,
    sourceHash: '',
    names: { declares: [], uses: [] },
    startedAt: null,
    duration: null,
    blocked:
      status === 'blocked'
        ? { command: 'XREAD', keys: ['k'], since: 0, timeout, group: null, consumer: null }
        : null,
    stopsAt: null,
    outputs: [],
    commands: [],
    commandsOmitted: 0,
    changes: [],
    before: null,
  },
});
const none = new Set<string>();
const waiting = new Set(['running']);

describe('mayStart', () => {
  it('lets the first run start', () => {
    expect(mayStart('soon', [], none)).toBe(true);
    expect(mayStart('in-turn', [], none)).toBe(true);
  });

  it.each(['ok', 'error', 'stopped'] as const)('goes on after a run that ended: %s', (status) => {
    expect(mayStart('in-turn', [earlier(status)], none)).toBe(true);
  });

  it('waits for a run that computes', () => {
    expect(mayStart('soon', [earlier('running')], none)).toBe(false);
    expect(mayStart('in-turn', [earlier('running')], waiting)).toBe(false);
  });

  it('passes a run that only waits, when the learner asked for this very cell', () => {
    expect(mayStart('soon', [earlier('running')], waiting)).toBe(true);
  });

  it('passes a blocked run; in a run of all only one that is blocked forever', () => {
    expect(mayStart('soon', [earlier('blocked', 'soon', 2000)], none)).toBe(true);
    expect(mayStart('in-turn', [earlier('blocked', 'soon', 2000)], none)).toBe(false);
    expect(mayStart('in-turn', [earlier('blocked', 'soon', 0)], none)).toBe(true);
  });

  it('keeps the order of what is queued, but for the rest of a run of all that is stuck', () => {
    expect(mayStart('soon', [earlier('queued', 'soon')], none)).toBe(false);
    expect(mayStart('in-turn', [earlier('queued', 'in-turn')], none)).toBe(false);
    expect(mayStart('soon', [earlier('running'), earlier('queued', 'in-turn')], waiting)).toBe(
      true,
    );
    expect(mayStart('soon', [earlier('running'), earlier('queued', 'in-turn')], none)).toBe(false);
  });
});
