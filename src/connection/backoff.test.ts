import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';

describe('backoff', () => {
  it('doubles with every attempt', () => {
    expect([0, 1, 2].map((attempt) => backoff('lost', attempt, 1))).toEqual([400, 800, 1600]);
  });

  it('never exceeds its bound, however many attempts', () => {
    expect(backoff('lost', 5000, 1)).toBe(10_000);
    expect(backoff('refused', 5000, 1)).toBe(30_000);
  });

  it('spreads the wait over the upper half', () => {
    expect(backoff('lost', 0, 0)).toBe(200);
    expect(backoff('lost', 0, 0.5)).toBe(300);
  });
});
