import { describe, expect, it } from 'vitest';
import { toStartIds } from './keys.ts';

describe('The keys of a group', () => {
  it('are one key, a list, or an object of key and start id', () => {
    expect([...toStartIds('a')]).toEqual([['a', '0-0']]);
    expect([...toStartIds(['b', 'a'])]).toEqual([
      ['b', '0-0'],
      ['a', '0-0'],
    ]);
    expect([...toStartIds({ a: '$', b: '5-0' })]).toEqual([
      ['a', '$'],
      ['b', '5-0'],
    ]);
  });

  it('may start at a moment', () => {
    expect([...toStartIds({ a: new Date(7), b: [new Date(8), 9] })]).toEqual([
      ['a', '7-0'],
      ['b', '8-9'],
    ]);
  });

  it.each([
    new Set(['a']),
    new Map([['a', '$']]),
    [],
    {},
    '',
    [''],
    [1],
    null,
    undefined,
    7,
    { a: null },
  ])('cannot be %j', (keys) => {
    expect(() => Reflect.apply(toStartIds, undefined, [keys])).toThrow(TypeError);
  });
});
