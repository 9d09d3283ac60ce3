import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Heartbeat } from './heartbeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const calls: string[] = [];
  const heartbeat = new Heartbeat(
    () => calls.push('ask'),
    () => calls.push('give up'),
  );
  heartbeat.start();
  return { heartbeat, calls };
}

describe('Heartbeat', () => {
  it('asks after a silence, and gives up without an answer', () => {
    const { calls } = start();
    vi.advanceTimersByTime(14_999);
    expect(calls).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(calls).toEqual(['ask']);
    vi.advanceTimersByTime(10_000);
    expect(calls).toEqual(['ask', 'give up']);
  });

  it('takes any message as a sign of life', () => {
    const { heartbeat, calls } = start();
    vi.advanceTimersByTime(20_000);
    heartbeat.heard();
    vi.advanceTimersByTime(14_000);
    expect(calls).toEqual(['ask']);
    vi.advanceTimersByTime(1_000);
    expect(calls).toEqual(['ask', 'ask']);
  });

  it('is silent once stopped', () => {
    const { heartbeat, calls } = start();
    heartbeat.stop();
    vi.advanceTimersByTime(60_000);
    expect(calls).toEqual([]);
  });
});
