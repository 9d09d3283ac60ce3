import { describe, expect, it } from 'vitest';
import { replyText } from './reply-text.ts';

const entry = ['1-0', ['a', '1']];

describe('replyText', () => {
  it.each([
    ['a text', 'plain', '"plain"'],
    ['quotes and backslashes', '"\\', '"\\"\\\\"'],
    ['control characters', '\n\r\t\b\u0007\u0000\u001b', '"\\n\\r\\t\\b\\a\\x00\\x1b"'],
    ['letters of all languages', 'ключ 鍵 🔑', '"ключ 鍵 🔑"'],
    ['bytes that are text', Buffer.from('é'), '"é"'],
    ['bytes that are none', Buffer.from([97, 0, 255]), '"a\\x00\\xff"'],
    ['a whole number', 3, '(integer) 3'],
    ['a large number', 2n ** 70n, '(integer) 1180591620717411303424'],
    ['a fraction', 0.5, '(double) 0.5'],
    ['infinity', -Infinity, '(double) -inf'],
    ['a truth value', true, '(true)'],
    ['nothing', null, '(nil)'],
    ['an error', new Error('ERR no'), '(error) ERR no'],
    ['an empty list', [], '(empty array)'],
    ['an empty map', {}, '(empty hash)'],
    ['an empty set', new Set(), '(empty set)'],
    ['a set', new Set(['a', 'b']), '1~ "a"\n2~ "b"'],
    ['a map of plain values', { a: '1', b: 2 }, '1# "a" => "1"\n2# "b" => (integer) 2'],
    [
      'a nested list',
      [[entry], null],
      '1) 1) 1) "1-0"\n      2) 1) "a"\n         2) "1"\n2) (nil)',
    ],
    [
      'streams and their entries',
      new Map([['s', [entry]]]),
      '1# "s" =>\n   1) 1) "1-0"\n      2) 1) "a"\n         2) "1"',
    ],
    ['maps in a list', [{ name: 'g', lag: null }], '1) 1# "name" => "g"\n   2# "lag" => (nil)'],
  ])('prints %s', (_, reply, text) => {
    expect(replyText(reply, 1000)).toBe(text);
  });

  it('prints statuses bare', () => {
    expect(replyText('OK', 100, true)).toBe('OK');
    expect(replyText(['OK', 'OK'], 100, [true, false])).toBe('1) OK\n2) "OK"');
  });

  it('cuts what is longer than the limit', () => {
    expect(replyText('x'.repeat(50), 10)).toBe('"xxxxxxxx…');
    expect(replyText(Array(1000).fill('a'), 12)).toBe('   1) "a"\n …');
    expect(replyText('x'.repeat(8), 10)).toBe('"xxxxxxxx"');
  });

  it('looks at no more of a large reply than it prints', () => {
    let looks = 0;
    const item = new Proxy(['x'], {
      get: (target, name) => {
        looks++;
        return Reflect.get(target, name);
      },
    });
    replyText(Array(100_000).fill(item), 100);
    expect(looks).toBeLessThan(1000);
  });
});
