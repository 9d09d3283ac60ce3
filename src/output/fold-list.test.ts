import { describe, expect, it } from 'vitest';
import { foldList } from './fold-list.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('foldList', () => {
  it('shows a short list whole', () => {
    expect(foldList(numbers(80))).toEqual({ first: numbers(80), hidden: [], last: [] });
  });

  it('keeps the beginning and the end of a long one, and loses nothing', () => {
    const { first, hidden, last } = foldList(numbers(1000));
    expect([first.length, hidden.length, last.length]).toEqual([60, 920, 20]);
    expect([...first, ...hidden, ...last]).toEqual(numbers(1000));
  });
});
