import { describe, expect, it } from 'vitest';
import { compareIds } from './compare-ids.ts';

describe('compareIds', () => {
  it('orders by time first, as a number', () => {
    expect(['1000-0', '999-5', '1000-1'].sort(compareIds)).toEqual(['999-5', '1000-0', '1000-1']);
  });

  it('orders equal times by sequence, as a number', () => {
    expect(['5-10', '5-9', '5-2'].sort(compareIds)).toEqual(['5-2', '5-9', '5-10']);
  });

  it('tells ids apart that one JavaScript number cannot', () => {
    expect(compareIds('18446744073709551615-0', '18446744073709551614-0')).toBeGreaterThan(0);
  });

  it('finds an id equal to itself', () => {
    expect(compareIds('7-1', '7-1')).toBe(0);
  });
});
