import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Throttle } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counting() {
  const calls: number[] = [];
  const began = performance.now();
  const throttle = new Throttle(50, () => calls.push(performance.now() - began));
  return { throttle, calls };
}

describe('Throttle', () => {
  it('calls at once after a quiet time', () => {
    const { throttle, calls } = counting();
    throttle.request();
    expect(calls).toEqual([0]);
    vi.advanceTimersByTime(60);
    throttle.request();
    expect(calls).toEqual([0, 60]);
  });

  it('makes one call of many requests, at the end of the interval', () => {
    const { throttle, calls } = counting();
    for (let i = 0; i < 100; i++) throttle.request();
    expect(calls).toEqual([0]);
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([0, 50]);
  });

  it('calls without waiting when it must, and not again for the same request', () => {
    const { throttle, calls } = counting();
    throttle.request();
    throttle.request();
    throttle.now();
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([0, 0]);
  });
});
