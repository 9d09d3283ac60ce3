import { describe, expect, it } from 'vitest';
import type { Output } from '../../../core/session/run.ts';
import { findMatches, MOST_MATCHES } from './find-matches.ts';
import { isLong } from './is-long.ts';

describe('findMatches', () => {
  it('finds letters of either size, and what means something in a pattern as it is', () => {
    expect(findMatches('Abc aBC', 'abc')).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 7 },
    ]);
    expect(findMatches('a.c abc (x) [y] \\ {z}', 'a.c')).toHaveLength(1);
    for (const query of ['(x)', '[y]', '\\', '{z}', '(', '*'])
      expect(() => findMatches('(x)', query)).not.toThrow();
    expect(findMatches('x', '')).toEqual([]);
    expect(findMatches('😀 a', 'A')).toEqual([{ from: 3, to: 4 }]);
  });

  it('finds so many and no more', () => {
    expect(findMatches('x'.repeat(2 * MOST_MATCHES), 'x')).toHaveLength(MOST_MATCHES);
  });
});

describe('isLong', () => {
  const text = (text: string): Output => ({ kind: 'text', stream: 'stdout', text });

  it('is what one does not see at once', () => {
    expect(isLong([text('a\n'.repeat(30)), text('x'.repeat(6000))])).toBe(false);
    expect(isLong([text('a\n'.repeat(31))])).toBe(true);
    expect(isLong([text('x'.repeat(6001))])).toBe(true);
    expect(isLong(Array.from({ length: 81 }, () => text('x')))).toBe(true);
  });
});
