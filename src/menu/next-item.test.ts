import { expect, it } from 'vitest';
import { nextItem } from './next-item.ts';

it('goes round with the arrows, to the ends with Home and End, and nowhere with other keys', () => {
  expect(nextItem('ArrowDown', 2, 3)).toBe(0);
  expect(nextItem('ArrowDown', -1, 3)).toBe(0);
  expect(nextItem('ArrowUp', 0, 3)).toBe(2);
  expect(nextItem('Home', 2, 3)).toBe(0);
  expect(nextItem('End', 0, 3)).toBe(2);
  expect(nextItem('a', 0, 3)).toBeNull();
});
