import { describe, expect, it } from 'vitest';
import { asFields, asList, asNumber, asText } from './reply.ts';

describe('A reply', () => {
  it('is read as what it should be', () => {
    expect(asText('x')).toBe('x');
    expect(asText(7)).toBe('7');
    expect(asNumber(7)).toBe(7);
    expect(asNumber('7')).toBe(7);
    expect(asList(['a'])).toEqual(['a']);
    expect(asList(null)).toEqual([]);
    expect(asFields(['a', 1, 'b', null])).toEqual(
      new Map([
        ['a', 1],
        ['b', null],
      ]),
    );
  });

  it('is refused when it is something else', () => {
    expect(() => asText(null)).toThrow(TypeError);
    expect(() => asNumber('')).toThrow(TypeError);
    expect(() => asNumber('x')).toThrow(TypeError);
    expect(() => asList('x')).toThrow(TypeError);
    expect(() => asList(7)).toThrow(TypeError);
  });
});
