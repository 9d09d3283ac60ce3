import { describe, expect, it } from 'vitest';
import { idsIn, wholeId, wholeIds } from './entry-id.ts';

describe('wholeId', () => {
  it.each([
    ['5', '5-0'],
    ['5-1', '5-1'],
    ['007-01', '7-1'],
    ['0', '0-0'],
    ['18446744073709551615-2', '18446744073709551615-2'],
  ])('reads %s as Redis does', (text, id) => {
    expect(wholeId(text)).toBe(id);
  });

  it.each(['', '*', '$', '>', '+', '-', '5-*', '(5-1', '5-1-2', 'a'])(
    'finds no single entry in %j',
    (text) => {
      expect(wholeId(text)).toBeNull();
    },
  );
});

describe('wholeIds', () => {
  it('does not know which entries are meant when one of the ids is none', () => {
    expect(wholeIds(['1', '2-0'])).toEqual(new Set(['1-0', '2-0']));
    expect(wholeIds(['1', '$'])).toBeNull();
  });
});

describe('idsIn', () => {
  it('finds whole ids in a reply, and nothing else', () => {
    expect(idsIn('1) 1) "11-0"\n   2) "1-02-3" "2018-10-08" 5-1, 6-1…')).toEqual(
      new Set(['11-0', '5-1']),
    );
    expect(idsIn('OK')).toEqual(new Set());
  });
});
