import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asJson } from './format-record.ts';
import { LineLog } from './line-log.ts';
import type { Level } from './record.ts';

let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

function open(level: Level): LineLog {
  return new LineLog({
    format: asJson,
    level,
    withText: false,
    write: (line) => lines.push(JSON.parse(line)),
  });
}

describe('the log', () => {
  it('writes what matters enough', () => {
    const ended = { event: 'cell-ended', session: 'abc123', status: 'ok', ms: 2 } as const;
    open('info').tell(ended);
    expect(lines).toEqual([]);
    open('debug').tell(ended);
    expect(lines).toMatchObject([{ level: 'debug', ...ended }]);
  });

  it('gives every fault an id of its own, and writes it', () => {
    const log = open('error');
    const ids = [log.error('One', new Error('why'), 'abc123'), log.error('Two')];
    expect(new Set(ids).size).toBe(2);
    expect(lines).toMatchObject([
      { event: 'fault', id: ids[0], what: 'One', session: 'abc123', error: 'Error: why' },
      { event: 'fault', id: ids[1], what: 'Two' },
    ]);
  });

  it('tells a limit that is met again and again once in ten seconds, and how often it was', () => {
    const log = open('info');
    const hit = (session: string) => log.tell({ event: 'limit-hit', limit: 'queuedRuns', session });
    for (let times = 0; times < 1000; times++) hit('one');
    hit('two');
    expect(lines.map(({ session }) => session)).toEqual(['one', 'two']);
    vi.advanceTimersByTime(10_001);
    hit('one');
    expect(lines.at(-1)).toMatchObject({ session: 'one', unsaid: 999 });
  });
});
