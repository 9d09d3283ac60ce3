import { describe, expect, it } from 'vitest';
import { splitIds } from './split-ids.ts';

const ids = (text: string, known: string[] = []) =>
  splitIds(text, (id) => known.includes(id))
    .filter(({ isId }) => isId)
    .map(({ text: id }) => id);

describe('splitIds', () => {
  it('finds ids of times, wherever they stand', () => {
    expect(ids('[{ id: \'1700000000000-0\' }, "1700000000000-12"] 1700000000001-0.')).toEqual([
      '1700000000000-0',
      '1700000000000-12',
      '1700000000001-0',
    ]);
  });

  it('takes short numbers only when they are known', () => {
    expect(ids('1-0 2-0', ['2-0'])).toEqual(['2-0']);
  });

  it('takes no date, no part of a word, no number with a fraction', () => {
    const known = ['2018-01', '01-01', '4-7'];
    expect(ids('2018-01-01 a4-7 4-7b 4-7.5 x-1700000000000-0', known)).toEqual([]);
  });

  it('loses nothing of the text', () => {
    const text = 'a 1700000000000-0\n\n  b\t1700000000000-1';
    expect(splitIds(text, () => false).map((part) => part.text)).toEqual([
      'a ',
      '1700000000000-0',
      '\n\n  b\t',
      '1700000000000-1',
    ]);
    expect(splitIds('', () => false)).toEqual([]);
  });

  it('marks only so many, and shows the rest as it is', () => {
    const text = '1700000000000-0 '.repeat(5000);
    const parts = splitIds(text, () => false);
    expect(parts.filter(({ isId }) => isId)).toHaveLength(2000);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});
