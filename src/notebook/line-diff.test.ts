import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from './line-diff.ts';

const show = (first: string, second: string) =>
  lineDiff(first, second).map(
    ({ kind, text }) => `${{ both: ' ', first: '-', second: '+' }[kind]}${text}`,
  );

describe('lineDiff', () => {
  it('shows what was put in, taken out and changed, each where it is', () => {
    expect(show('a\nb\nc', 'a\nB\nc\nd')).toEqual([' a', '-b', '+B', ' c', '+d']);
    expect(show('', 'a')).toEqual(['-', '+a']);
    expect(show('a\na', 'a')).toEqual([' a', '-a']);
    expect(show('x\ny\nz', 'y')).toEqual(['-x', ' y', '-z']);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.join('\n'));

  it('holds both texts whole, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const lines = lineDiff(first, second);
        const without = (kind: string) =>
          lines.filter((line) => line.kind !== kind).map((line) => line.text);
        expect(without('second').join('\n')).toBe(first);
        expect(without('first').join('\n')).toBe(second);
      }),
    );
  });

  it('takes its time for no text, however long', () => {
    const long = (letter: string) => Array.from({ length: 5000 }, (_, n) => letter + n).join('\n');
    expect(lineDiff(long('a'), long('b'))).toHaveLength(10_000);
  });
});
