import { describe, expect, it } from 'vitest';
import type { Value } from './value.ts';
import { valueToJson } from './value-to-json.ts';

const object = (entries: [string, Value][], omitted = 0): Value => ({
  kind: 'object',
  name: null,
  entries,
  omitted,
});
const list = (items: Value[], length = items.length): Value => ({
  kind: 'list',
  name: null,
  length,
  items,
});

describe('valueToJson', () => {
  it('writes what JSON has as JSON.stringify does, and keeps the order of names', () => {
    const value = object([
      ['b', list([1, 'x"', null, true, list([]), object([])])],
      ['10', 1],
      ['2', 2],
      ['__proto__', 'kept'],
    ]);
    expect(valueToJson(value)).toEqual({
      text: `{\n  "b": ${JSON.stringify([1, 'x"', null, true, [], {}], null, 2).replaceAll('\n', '\n  ')},\n  "10": 1,\n  "2": 2,\n  "__proto__": "kept"\n}`,
      isCut: false,
    });
    expect(valueToJson('x').text).toBe('"x"');
  });

  it('finds a form for what JSON does not have', () => {
    const values: [string, Value][] = [
      ['none', { kind: 'word', text: 'undefined' }],
      ['nan', { kind: 'word', text: 'NaN' }],
      ['zero', { kind: 'word', text: '-0' }],
      ['big', { kind: 'bigint', digits: '12' }],
      ['date', { kind: 'date', time: 0 }],
      ['wrong', { kind: 'date', time: null }],
      ['bytes', { kind: 'bytes', name: 'Buffer', length: 2, hex: '6869' }],
      ['set', { kind: 'set', name: 'Set', size: 1, items: [1] }],
      ['map', { kind: 'map', name: 'Map', size: 1, entries: [['k', 1]] }],
      ['pairs', { kind: 'map', name: 'Map', size: 1, entries: [[1, 2]] }],
      ['f', { kind: 'function', name: 'f', isClass: false }],
      ['s', { kind: 'symbol', text: 'Symbol()' }],
      ['g', { kind: 'accessor', text: '[Getter]' }],
      ['p', { kind: 'promise', state: 'pending' }],
      ['c', { kind: 'circular', up: 1 }],
      [
        'e',
        { kind: 'error', name: 'E', message: 'm', stack: '', entries: [['code', 1]], omitted: 0 },
      ],
      ['holes', list([{ kind: 'word', text: 'undefined' }])],
    ];
    const { text, isCut } = valueToJson(object(values));
    expect(isCut).toBe(false);
    expect(JSON.parse(text)).toEqual({
      nan: null,
      zero: 0,
      big: '12',
      date: '1970-01-01T00:00:00.000Z',
      wrong: null,
      bytes: '6869',
      set: [1],
      map: { k: 1 },
      pairs: [[1, 2]],
      p: {},
      c: '[Circular]',
      e: { name: 'E', message: 'm', code: 1 },
      holes: [null],
    });
  });

  it.each<[string, Value]>([
    ['a long list', list([1], 2)],
    ['a wide object', object([], 1)],
    ['a long text', { kind: 'text', text: 'x', length: 2 }],
    ['many bytes', { kind: 'bytes', name: 'Buffer', length: 2, hex: '00' }],
    ['something deep', list([{ kind: 'other', text: '[Object]' }])],
  ])('says that %s is cut', (_, value) => {
    expect(valueToJson(value).isCut).toBe(true);
    expect(() => JSON.parse(valueToJson(value).text)).not.toThrow();
  });
});
