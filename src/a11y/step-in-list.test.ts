import { describe, expect, it } from 'vitest';
import { nextTab } from './next-tab.ts';

describe('nextTab', () => {
  it('goes round the ends', () => {
    expect([0, 1, 2].map((index) => nextTab('ArrowRight', index, 3))).toEqual([1, 2, 0]);
    expect([0, 1, 2].map((index) => nextTab('ArrowLeft', index, 3))).toEqual([2, 0, 1]);
  });

  it('goes to the first and the last', () => {
    expect(nextTab('Home', 2, 3)).toBe(0);
    expect(nextTab('End', 0, 3)).toBe(2);
  });

  it('leaves other keys alone', () => {
    expect(nextTab('ArrowDown', 0, 3)).toBeNull();
    expect(nextTab('Tab', 0, 3)).toBeNull();
  });
});
