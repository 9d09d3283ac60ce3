import { describe, expect, it } from 'vitest';
import type { Argument } from '../connection/client.ts';
import { type Fields, pushFields } from './fields.ts';

function encode(fields: Fields): Argument[] {
  const args: Argument[] = [];
  pushFields(args, fields);
  return args;
}

/** As a caller without types would. */
function encodeAnything(fields: unknown): void {
  Reflect.apply(pushFields, undefined, [[], fields]);
}

describe('The fields of a new entry', () => {
  it('are names and values in order', () => {
    expect(encode({ b: 'x', a: 1, c: 2n })).toEqual(['b', 'x', 'a', '1', 'c', '2']);
  });

  it('keep repeated and integer-like names when given as pairs or a Map', () => {
    const pairs: [string, string][] = [
      ['2', 'a'],
      ['1', 'b'],
      ['2', 'c'],
    ];
    expect(encode(pairs)).toEqual(['2', 'a', '1', 'b', '2', 'c']);
    expect(
      encode(
        new Map([
          ['2', 'a'],
          ['1', 'b'],
        ]),
      ),
    ).toEqual(['2', 'a', '1', 'b']);
  });

  it('write a Date in UTC, and bytes as they are', () => {
    const bytes = Buffer.from([0, 255]);
    expect(encode({ at: new Date(0), bytes })).toEqual([
      'at',
      '1970-01-01T00:00:00.000Z',
      'bytes',
      bytes,
    ]);
    expect(encode({ part: new Uint8Array([1, 2, 3]).subarray(1) })).toEqual([
      'part',
      Buffer.from([2, 3]),
    ]);
  });

  it.each([
    null,
    undefined,
    true,
    false,
    {},
    [],
    ['x'],
    new Date(Number.NaN),
    Symbol('s'),
    () => 1,
  ])('refuse the value %s', (value) => {
    expect(() => encodeAnything({ name: value })).toThrow(TypeError);
  });

  it.each([{}, [], new Map(), null, undefined, 'text', 7, [['only a name']], [[1, 2]]])(
    'refuse %j in place of fields',
    (fields) => {
      expect(() => encodeAnything(fields)).toThrow(TypeError);
    },
  );

  it('name the field that is wrong', () => {
    expect(() => encodeAnything({ good: 1, bad: null })).toThrow(/"bad" cannot be null/);
  });
});
