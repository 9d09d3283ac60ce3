import { describe, expect, it } from 'vitest';
import { unsent, without, type RunRequest } from './outbox.ts';

const request = (run: string): RunRequest => ({
  type: 'run',
  run,
  cell: 'a',
  source: '1',
  turn: 'soon',
});

describe('the outbox', () => {
  it('forgets a run that the server has taken', () => {
    expect(without([request('1'), request('2')], '1')).toEqual([request('2')]);
  });

  it('stays the same object when the run is not its own', () => {
    const outbox = [request('1')];
    expect(without(outbox, '9')).toBe(outbox);
  });

  it('sends again what the server does not know, in order', () => {
    const outbox = [request('1'), request('2'), request('3')];
    expect(unsent(outbox, [{ id: '2' }])).toEqual([request('1'), request('3')]);
  });
});
