import { describe, expect, it } from 'vitest';
import type { Run, RunStatus } from '../../core/session/run.ts';
import { cellCondition, isActive, type CellFacts } from './cell-status.ts';

function run(status: RunStatus, more: Partial<Run> = {}): Run {
  return {
    id: 'r',
    cell: 'c',
    generation: 1,
    count: 1,
    status,
    sourceHash: 'same',
    names: { declares: [], uses: [] },
    startedAt: 0,
    duration: 0,
    blocked: null,
    stopsAt: null,
    outputs: [],
    commands: [],
    commandsOmitted: 0,
    changes: [],
    before: null,
    ...more,
  };
}

function condition(facts: Partial<CellFacts>) {
  return cellCondition({
    run: null,
    sourceHash: 'same',
    otherHashes: [],
    generation: 1,
    sessionLost: false,
    above: null,
    ...facts,
  });
}

const ended = ['ok', 'error', 'stopped'] as const;
const going = ['queued', 'running', 'blocked'] as const;

describe('cellCondition', () => {
  it('is idle without a run', () => {
    expect(condition({})).toEqual({ status: 'idle', stale: null });
  });

  it.each([...going, ...ended])('is what the run is: %s', (status) => {
    expect(condition({ run: run(status) })).toEqual({ status, stale: null });
  });

  it.each(ended)('is stale when the text was edited after a run that ended: %s', (status) => {
    const facts = { run: run(status), sourceHash: 'other' };
    expect(condition(facts)).toEqual({ status: 'stale', stale: 'edited' });
  });

  it('is stale, with the title of the cell above that made it so, after a run that went well', () => {
    const above = { reason: 'run-above' as const, title: 'Add an entry' };
    expect(condition({ run: run('ok'), above })).toEqual({
      status: 'stale',
      stale: 'run-above',
      above: 'Add an entry',
    });
    expect(condition({ run: run('error'), above })).toEqual({ status: 'error', stale: null });
    // Its own edit is nearer.
    expect(condition({ run: run('ok'), sourceHash: 'other', above }).stale).toBe('edited');
  });

  it.each(going)('keeps showing a run that goes on while the text is edited: %s', (status) => {
    expect(condition({ run: run(status), sourceHash: 'other' }).status).toBe(status);
  });

  it('is stale when the kernel of its run is gone', () => {
    expect(condition({ run: run('ok'), generation: 2 })).toEqual({
      status: 'stale',
      stale: 'kernel',
    });
  });

  it.each([...going, ...ended])('is stale when the session is gone: %s', (status) => {
    expect(condition({ run: run(status), sessionLost: true })).toEqual({
      status: 'stale',
      stale: 'session',
    });
  });

  it('is stale when what ran is its text in the other dialect', () => {
    const facts = { run: run('ok'), sourceHash: 'bare', otherHashes: ['edited', 'same'] };
    expect(condition(facts)).toEqual({ status: 'stale', stale: 'dialect' });
    expect(condition({ ...facts, sourceHash: 'same' }).status).toBe('ok');
    expect(condition({ ...facts, otherHashes: ['edited'] }).stale).toBe('edited');
  });

  it('is not stale when an edit was taken back', () => {
    expect(condition({ run: run('ok', { sourceHash: 'same' }) }).status).toBe('ok');
  });
});

describe('isActive', () => {
  it('tells runs that can be stopped', () => {
    expect(going.every(isActive)).toBe(true);
    expect(ended.some(isActive) || isActive('idle') || isActive('stale')).toBe(false);
  });
});
