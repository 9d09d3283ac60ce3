import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsOf, toMessage } from './message-object.ts';

const name = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString', '0', '1', '10', '01', '4294967296'),
);
const pairs = fc.array(fc.tuple(name, fc.string()), { minLength: 1, maxLength: 8 });

describe('The message of an entry', () => {
  it('keeps every field in its place, whatever it is called', () => {
    fc.assert(
      fc.property(pairs, (fields) => {
        const message = toMessage(fields.flat());
        const last = new Map(fields);
        expect(Object.entries(message)).toEqual([...last]);
        expect(pairsOf(message)).toEqual(fields);
        expect(Object.getPrototypeOf(message)).toBe(Object.prototype);
      }),
    );
  });

  it('has nothing of the entry before', () => {
    for (const names of [
      ['a', 'b', 'c'],
      ['c'],
      ['c', 'b', 'c'],
      ['x', 'x'],
      ['x', 'x'],
      ['a', 'b'],
      ['1', 'b'],
    ]) {
      const fields = names.map((each, at) => [each, String(at)] as const);
      const message = toMessage(fields.flat());
      expect(Object.entries(message)).toEqual([...new Map(fields)]);
      expect(pairsOf(message)).toEqual(fields);
    }
  });

  it('can be changed like any object', () => {
    const message = toMessage(['2', 'b', '1', 'a']);
    message['3'] = 'c';
    delete message['2'];
    expect(Object.keys(message)).toEqual(['1', '3']);
  });
});
