import { describe, expect, it } from 'vitest';
import { SpareCount } from './spare-count.ts';

function after(takes: number[], least = 2, most = 5): SpareCount {
  const count = new SpareCount(least, most);
  for (const at of takes) count.took(at);
  return count;
}

describe('SpareCount', () => {
  it('begins with the least', () => {
    expect(after([]).wanted(0)).toBe(2);
    expect(after([10]).wanted(20)).toBe(2);
  });

  it('keeps as many as were taken within a minute', () => {
    expect(after([10, 20, 30]).wanted(40)).toBe(3);
  });

  it('never keeps more than the most, however many come', () => {
    expect(after(Array.from({ length: 100 }, (_, at) => at)).wanted(100)).toBe(5);
  });

  it('comes back to the least when nobody has come for a minute', () => {
    const count = after([10, 20, 30, 40]);
    expect(count.wanted(60_015)).toBe(3);
    expect(count.wanted(60_045)).toBe(2);
  });

  it('takes the least for the most when that is less', () => {
    expect(after([1, 2, 3, 4], 3, 1).wanted(5)).toBe(3);
  });

  it('keeps none when the least is none', () => {
    expect(after([1, 2], 0, 5).wanted(3)).toBe(0);
  });
});
