import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { MAX_VALUE_CHARACTERS } from '../limits/limits.ts';
import { Output } from '../session/run.ts';
import { childrenOf } from './children-of.ts';
import { isWorthStructure } from './is-worth-structure.ts';
import { omittedOf } from './omitted-of.ts';
import { sizeOfValue } from './size-of-value.ts';
import { Value } from './value.ts';

const list = (...items: Value[]): Value => ({
  kind: 'list',
  name: null,
  length: items.length,
  items,
});

describe('Value', () => {
  it('takes what JSON has as it is, and other things by their kind', () => {
    const value: Value = list('a', 1, true, null, {
      kind: 'map',
      name: 'Map',
      size: 1,
      entries: [['k', { kind: 'date', time: 0 }]],
    });
    expect(v.parse(Value, value)).toEqual(value);
  });

  it.each([
    ['a kind that is not known', { kind: 'house' }],
    ['a plain object', { a: 1 }],
    ['a plain list', [1]],
    ['undefined', undefined],
    ['a length below 0', { kind: 'list', name: null, length: -1, items: [] }],
    ['a date beyond all dates', { kind: 'date', time: 1e16 }],
    ['too many parts', list(...Array.from({ length: 30_000 }, () => 1))],
    ['too many characters', 'x'.repeat(3 * MAX_VALUE_CHARACTERS)],
    ['something deeper than a stack', nested(100_000)],
  ])('does not take %s', (_, value) => {
    expect(v.safeParse(Value, value).success).toBe(false);
  });

  it('leaves an output its text when its structure cannot be understood', () => {
    const shown = { kind: 'value', text: '{}' };
    for (const values of [[nested(100_000)], 'no list', Array.from({ length: 21 }, () => 1)]) {
      expect(v.parse(Output, { ...shown, values })).toEqual({ ...shown, values: undefined });
    }
    expect(v.parse(Output, shown)).toEqual(shown);
    expect(v.parse(Output, { ...shown, values: [1] })).toEqual({ ...shown, values: [1] });
  });
});

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = { kind: 'set', name: 'Set', size: 1, items: [value] };
  return value;
}

describe('what a value holds', () => {
  const object: Value = { kind: 'object', name: null, entries: [['a', 1]], omitted: 7 };

  it('has names, keys, or neither', () => {
    const map: Value = { kind: 'map', name: 'Map', size: 5, entries: [[object, 2]] };
    const set: Value = { kind: 'set', name: 'Set', size: 2, items: ['x'] };
    expect(childrenOf(object)).toEqual([{ name: 'a', value: 1 }]);
    expect(childrenOf(list('x'))).toEqual([{ name: '0', value: 'x' }]);
    expect(childrenOf(map)).toEqual([{ name: null, key: object, value: 2 }]);
    expect(childrenOf(set)).toEqual([{ name: null, value: 'x' }]);
    expect([object, map, set, list(1), 'x', null].map(omittedOf)).toEqual([7, 4, 1, 0, 0, 0]);
    expect(childrenOf('text')).toEqual([]);
  });

  it('counts with every part and every character', () => {
    expect(sizeOfValue('abc').characters - sizeOfValue('').characters).toBe(3);
    const one = sizeOfValue(list('abc'));
    const two = sizeOfValue(list('abc', list('abc')));
    expect(one.parts).toBe(2);
    expect(two.parts).toBe(4);
    expect(two.characters).toBe(2 * one.characters);
  });
});

describe('isWorthStructure', () => {
  it('is what a line cannot show', () => {
    const isWorth = (text: string) => isWorthStructure(text, ['x']);
    expect([`${'x'.repeat(80)}\n`, 'x', ''].map(isWorth)).toEqual([false, false, false]);
    expect(['x'.repeat(81), 'a\nb', 'a\nb\n'].map(isWorth)).toEqual([true, true, true]);
  });

  it('is a table, also one of a single entry that a line shows', () => {
    const object = (...entries: [string, Value][]): Value => ({
      kind: 'object',
      name: null,
      entries,
      omitted: 0,
    });
    const entry = object(['id', '1-0'], ['message', object(['a', 'x'])]);
    const text = "[ { id: '1-0', message: { a: 'x' } } ]";
    expect(isWorthStructure(text, [list(entry)])).toBe(true);
    expect(isWorthStructure(`got ${text}\n`, ['got', list(entry)])).toBe(true);
    for (const value of [list(), list('1-0'), list(object(['id', '1-0'])), entry])
      expect(isWorthStructure(text, [value])).toBe(false);
  });
});
