import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

describe('TokenBucket', () => {
  it('lets so much happen at once, and no more', () => {
    const bucket = new TokenBucket(3, 1, 0);
    expect([1, 2, 3, 4].map(() => bucket.take(1, 0))).toEqual([true, true, true, false]);
  });

  it('fills up steadily, never above its capacity', () => {
    const bucket = new TokenBucket(2, 4, 0);
    expect(bucket.take(2, 0)).toBe(true);
    expect(bucket.take(1, 249)).toBe(false);
    expect(bucket.take(1, 250)).toBe(true);
    expect(bucket.take(3, 1e6)).toBe(false);
    expect(bucket.take(2, 1e6)).toBe(true);
  });

  it('gives a part when there is not all', () => {
    const bucket = new TokenBucket(10, 5, 0);
    expect([bucket.takePart(4, 0), bucket.takePart(9, 0), bucket.takePart(9, 0)]).toEqual([
      4, 6, 0,
    ]);
    expect(bucket.takePart(9, 1000)).toBe(5);
  });

  it('tells how long a debt lasts', () => {
    const bucket = new TokenBucket(10, 5, 0);
    expect(bucket.spend(10, 0)).toBe(0);
    expect(bucket.spend(5, 0)).toBe(1000);
    expect(bucket.spend(5, 500)).toBe(1500);
    expect(bucket.take(1, 1000)).toBe(false);
  });

  it('lets no debt last for more than five seconds', () => {
    expect(new TokenBucket(10, 5, 0).spend(1e9, 0)).toBe(5000);
  });

  it('knows when it is like a new one', () => {
    const bucket = new TokenBucket(10, 5, 0);
    expect(bucket.isFull(0)).toBe(true);
    bucket.spend(10, 0);
    expect([bucket.isFull(1999), bucket.isFull(2000)]).toEqual([false, true]);
  });
});
