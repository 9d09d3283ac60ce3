import { describe, expect, it } from 'vitest';
import { queuedRun } from '../../core/session/change-run.ts';
import type { Output, Run } from '../../core/session/run.ts';
import { outputLength, trimOutputs } from './trim-outputs.ts';

const text = (length: number): Output => ({
  kind: 'text',
  stream: 'stdout',
  text: 'x'.repeat(length),
});

function run(id: string, status: Run['status'], ...outputs: Output[]): Run {
  return {
    ...queuedRun(id, id, 1, ''),
    count: 1,
    status,
    startedAt: 1,
    outputs,
  };
}

const dropped = [{ kind: 'notice', text: expect.stringContaining('dropped to make room') }];

describe('outputLength', () => {
  it('counts the characters of every kind of output', () => {
    const error = {
      kind: 'error',
      name: 'E',
      message: 'abc',
      stack: 'de',
      line: null,
      column: null,
      help: null,
      late: false,
    } as const;
    expect(
      outputLength(
        run(
          'r',
          'ok',
          text(10),
          { kind: 'value', text: '12' },
          { kind: 'notice', text: '3' },
          error,
        ),
      ),
    ).toBe(18);
    expect(outputLength(run('r', 'ok'))).toBe(0);
  });
});

describe('trimOutputs', () => {
  it('changes nothing while all fits', () => {
    const runs = [run('a', 'ok', text(500)), run('b', 'ok', text(500))];
    expect(trimOutputs(runs, 1000)).toEqual(runs);
  });

  it('drops the oldest first, and no more than it must', () => {
    const runs = [
      run('a', 'ok', text(500)),
      run('b', 'error', text(500)),
      run('c', 'ok', text(500)),
    ];
    expect(trimOutputs(runs, 1000).map(({ outputs }) => outputs)).toEqual([
      dropped,
      [text(500)],
      [text(500)],
    ]);
    expect(trimOutputs(runs, 600).map(({ outputs }) => outputs)).toEqual([
      dropped,
      dropped,
      [text(500)],
    ]);
  });

  it('keeps what a run that goes on has shown, however long', () => {
    const runs = [
      run('a', 'running', text(2000)),
      run('b', 'blocked', text(2000)),
      run('c', 'ok', text(900)),
    ];
    expect(trimOutputs(runs, 1000).map(({ outputs }) => outputs)).toEqual([
      [text(2000)],
      [text(2000)],
      dropped,
    ]);
  });

  it('leaves short outputs alone: dropping them would gain nothing', () => {
    const runs = [run('a', 'ok', text(5)), run('b', 'ok', text(500))];
    expect(trimOutputs(runs, 100).map(({ outputs }) => outputs)).toEqual([[text(5)], dropped]);
  });

  it('keeps all else of a run', () => {
    const [first] = trimOutputs([run('a', 'stopped', text(500))], 1);
    expect({ ...first, outputs: [] }).toEqual(run('a', 'stopped'));
  });
});
