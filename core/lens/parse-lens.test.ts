import { describe, expect, it } from 'vitest';
import { parseLens } from './parse-lens.ts';

const stream = (key: string) => [
  key,
  ['length', '0', 'last-generated-id', '0-0'],
  null,
  '-1',
  [],
  [],
  0,
];

describe('parseLens', () => {
  it('gives the moment, the streams and how many are left out', () => {
    expect(parseLens(['1700000000000', 3, [stream('a')]])).toMatchObject({
      at: 1_700_000_000_000,
      streams: [{ key: 'a' }],
      omitted: 3,
    });
  });

  it('orders the streams as JavaScript compares their keys, not as bytes', () => {
    const keys = ['b', '\uFF5E', '__proto__', '\u{1F600}', 'B', ''];
    expect(parseLens(['1', 0, keys.map(stream)]).streams.map(({ key }) => key)).toEqual(
      keys.toSorted(),
    );
  });

  it('takes a Redis without streams', () => {
    expect(parseLens(['1', 0, []])).toEqual({ at: 1, streams: [], omitted: 0 });
  });

  it.each([null, [], ['now', 0, []], ['1', '0', []], ['1', 0, null], ['1', 0, [['k']]]])(
    'throws at %j',
    (reply) => {
      expect(() => parseLens(reply)).toThrow();
    },
  );
});
