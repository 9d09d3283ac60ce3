import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DrawPace, type NextFrame } from './draw-pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const FRAME = 16;

function counting() {
  const calls: number[] = [];
  const began = performance.now();
  const nextFrame: NextFrame = (call) => {
    const passed = performance.now() - began;
    const timer = setTimeout(call, FRAME - (passed % FRAME));
    return () => clearTimeout(timer);
  };
  const call = () => calls.push(performance.now() - began);
  return { pace: new DrawPace({ interval: 50, burst: 3 }, call, nextFrame), calls };
}

describe('DrawPace', () => {
  it('calls once for many requests, with the next frame', () => {
    const { pace, calls } = counting();
    for (let i = 0; i < 100; i++) pace.request();
    expect(calls).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([FRAME]);
  });

  it('calls in each of a few frames that follow each other', () => {
    const { pace, calls } = counting();
    for (let i = 0; i < 3; i++) {
      pace.request();
      vi.advanceTimersByTime(FRAME);
    }
    expect(calls).toEqual([FRAME, 2 * FRAME, 3 * FRAME]);
  });

  it('calls at intervals when it is asked for without a pause, and never stops before the last request', () => {
    const { pace, calls } = counting();
    for (let i = 0; i < 2000; i++) {
      pace.request();
      vi.advanceTimersByTime(1);
    }
    expect(calls.length).toBeGreaterThan(2000 / 50);
    expect(calls.length).toBeLessThan(2000 / 50 + 5);
    vi.advanceTimersByTime(50);
    expect(calls.at(-1)).toBeGreaterThan(1999);
  });

  it('is as fast again after a quiet time', () => {
    const { pace, calls } = counting();
    for (let i = 0; i < 500; i++) {
      pace.request();
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1100);
    pace.request();
    vi.advanceTimersByTime(FRAME);
    expect(calls.at(-1)).toBe(1600 + FRAME);
  });

  it('is as fast again for what a learner asks for', () => {
    const { pace, calls } = counting();
    for (let i = 0; i < 500; i++) {
      pace.request();
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(50);
    const before = calls.length;
    pace.begin();
    for (let i = 0; i < 3 * FRAME; i++) {
      pace.request();
      vi.advanceTimersByTime(1);
    }
    expect(calls.length - before).toBe(3);
  });

  it('waits with what can wait, and draws it with what cannot', () => {
    const { pace, calls } = counting();
    const soon = performance.now() + 30;
    pace.request(soon);
    vi.advanceTimersByTime(20);
    expect(calls).toEqual([]);
    pace.request();
    pace.request(soon);
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([2 * FRAME]);
  });

  it('draws what can wait when its time has come', () => {
    const { pace, calls } = counting();
    pace.request(performance.now() + 30);
    pace.request(performance.now() + 60);
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([30]);
  });

  it('calls without waiting when it must, and not again for the same request', () => {
    const { pace, calls } = counting();
    pace.request();
    pace.now();
    vi.advanceTimersByTime(1000);
    expect(calls).toEqual([0]);
  });
});
