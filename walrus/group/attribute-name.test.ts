import { describe, expect, it } from 'vitest';
import { attributeName, attributeNames } from './attribute-name.ts';

describe('The attribute of a key', () => {
  it.each([
    ['stream-a', 'stream_a'],
    ['Stream B', 'stream_b'],
    ['1x', '_1x'],
    ['é', 'é'],
    ['a::b--c', 'a_b_c'],
    ['-x-', '_x_'],
    ['x_y', 'x_y'],
    ['日本', '日本'],
  ])('of %j is %j', (key, name) => {
    expect(attributeName(key)).toBe(name);
  });

  it('cannot belong to two keys', () => {
    expect(() => attributeNames(['stream-a', 'stream_a'], {})).toThrow(/"stream-a" and "stream_a"/);
  });

  it.each(['read', 'keys', '__proto__', 'Name'])('cannot hide what is there: %s', (key) => {
    expect(() => attributeNames([key], { read: 1, keys: 1, name: 1 })).toThrow(/would hide/);
  });
});
