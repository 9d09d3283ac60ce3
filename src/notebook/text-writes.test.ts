import { expect, it } from 'vitest';
import { addWrite, knowsWritesOf } from './text-writes.ts';

const one = addWrite([], { tab: 'a', count: 1 });
const continued = addWrite(one, { tab: 'b', count: 1 });

it('tells whether a text was written by somebody who knew what this tab had written', () => {
  expect(knowsWritesOf('a', one, continued)).toBe(true);
  expect(knowsWritesOf('a', addWrite(one, { tab: 'a', count: 2 }), continued)).toBe(false);
  expect(knowsWritesOf('a', one, [])).toBe(false);
  expect(knowsWritesOf('b', one, [])).toBe(true);
});

it('still tells it when others have written many times since', () => {
  const many = Array.from({ length: 20 }, (_, index) => index + 2);
  const later = many.reduce((writes, count) => addWrite(writes, { tab: 'b', count }), continued);
  expect(later).toHaveLength(2);
  expect(knowsWritesOf('a', one, later)).toBe(true);
});

it('forgets the tabs that have not written for longest', () => {
  const tabs = Array.from({ length: 100 }, (_, index) => `tab ${index}`);
  const later = tabs.reduce((writes, tab) => addWrite(writes, { tab, count: 1 }), one);
  expect(later.length).toBeLessThan(50);
  expect(knowsWritesOf('tab 99', later, later)).toBe(true);
});
