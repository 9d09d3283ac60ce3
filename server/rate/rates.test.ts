import { describe, expect, it } from 'vitest';
import { Rates } from './rates.ts';

describe('Rates', () => {
  it('counts each key apart', () => {
    const rates = new Rates(2);
    expect(['a', 'a', 'a', 'b'].map((key) => rates.take(key, 0))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(rates.take('a', 30_000)).toBe(true);
    expect(rates.take('a', 30_000)).toBe(false);
  });

  it('forgets those that have been quiet when there are many', () => {
    const rates = new Rates(60);
    for (let key = 0; key < 1000; key++) rates.take(String(key), 0);
    expect(rates.size).toBe(1000);
    rates.take('one more', 10);
    expect(rates.size).toBe(1001);
    rates.take('and one later', 60_000);
    expect(rates.size).toBe(1);
  });
});
