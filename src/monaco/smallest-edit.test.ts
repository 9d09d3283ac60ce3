import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestEdit } from './smallest-edit.ts';

describe('smallestEdit', () => {
  it('leaves alone what both texts begin and end with', () => {
    expect(smallestEdit('await cg.read()', 'await group.read()')).toEqual({
      span: { start: 6, length: 2 },
      text: 'group',
    });
    expect(smallestEdit('aa', 'aaa')).toEqual({ span: { start: 2, length: 0 }, text: 'a' });
    expect(smallestEdit('same', 'same')).toEqual({ span: { start: 4, length: 0 }, text: '' });
  });

  it('makes the one of the other, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '💡', '💠') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { span, text: by } = smallestEdit(before, after);
        const { start, length } = span;
        expect(before.slice(0, start) + by + before.slice(start + length)).toBe(after);
        // No half of a character is taken or put.
        expect(by + before.slice(start, start + length)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
