import { describe, expect, it } from 'vitest';
import { stepInList } from './step-in-list.ts';

describe('in a row', () => {
  const step = (key: string, index: number) => stepInList(key, index, 3, 'row');

  it('goes round the ends', () => {
    expect([0, 1, 2].map((index) => step('ArrowRight', index))).toEqual([1, 2, 0]);
    expect([0, 1, 2].map((index) => step('ArrowLeft', index))).toEqual([2, 0, 1]);
  });

  it('goes to the first and the last', () => {
    expect(step('Home', 2)).toBe(0);
    expect(step('End', 0)).toBe(2);
  });

  it('leaves other keys alone', () => {
    expect(step('ArrowDown', 0)).toBeNull();
    expect(step('Tab', 0)).toBeNull();
  });
});

it('in a column, goes round with the arrows, to the ends with Home and End, and nowhere with other keys', () => {
  const step = (key: string, index: number) => stepInList(key, index, 3, 'column');
  expect(step('ArrowDown', 2)).toBe(0);
  expect(step('ArrowDown', -1)).toBe(0);
  expect(step('ArrowUp', 0)).toBe(2);
  expect(step('Home', 2)).toBe(0);
  expect(step('End', 0)).toBe(2);
  expect(step('a', 0)).toBeNull();
});
