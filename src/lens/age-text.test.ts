import { describe, expect, it } from 'vitest';
import { ageText } from './age-text.ts';

describe('ageText', () => {
  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [86_400_000 * 2.5, '2 d'],
  ])('says %i ms as %s', (ms, text) => {
    expect(ageText(ms)).toBe(text);
  });

  it('says that something of a clock that goes ahead is new', () => {
    expect(ageText(-5000)).toBe('0 s');
  });
});
