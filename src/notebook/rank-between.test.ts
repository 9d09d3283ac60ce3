import { expect, it } from 'vitest';
import { rankBetween } from './rank-between.ts';

it('finds a rank at either end and in the middle', () => {
  expect(rankBetween(null, null)).toBe(0);
  expect(rankBetween(null, 0)).toBe(-1);
  expect(rankBetween(3, null)).toBe(4);
  expect(rankBetween(1, 2)).toBe(1.5);
});

it('says when there is none, instead of giving the same rank twice', () => {
  expect(rankBetween(1, 1)).toBeNull();
  expect(rankBetween(1, 1 + Number.EPSILON)).toBeNull();
});
