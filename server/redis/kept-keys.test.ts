import { describe, expect, it } from 'vitest';
import { KeptBytes, OVERHEAD_BYTES, readDump } from './kept-keys.ts';

const dump = (...keys: [key: string, payload: string, expiry: string][]): Buffer[] =>
  keys.flat().map((text) => Buffer.from(text, 'latin1'));

const NONE = new Map<never, never>();

describe('readDump', () => {
  it('gives keys by their bytes, with 0 for no expiry', () => {
    const keys = readDump(dump(['\xff\x00', 'x', '-1'], ['b', 'y', '1700000000000']), NONE);
    expect([...keys.keys()]).toEqual(['\xff\x00', 'b']);
    expect(keys.get('\xff\x00')).toEqual({
      key: Buffer.from([0xff, 0]),
      payload: Buffer.from('x'),
      expiresAt: 0,
    });
    expect(keys.get('b')?.expiresAt).toBe(1_700_000_000_000);
  });

  it('takes what is the same from the former dump, and only that', () => {
    const former = readDump(dump(['a', 'x', '-1'], ['b', 'x', '-1'], ['c', 'x', '-1']), NONE);
    const later = readDump(dump(['a', 'x', '-1'], ['b', 'y', '-1'], ['c', 'x', '5']), former);
    expect(later.get('a')).toBe(former.get('a'));
    expect(later.get('b')).not.toBe(former.get('b'));
    expect(later.get('c')).not.toBe(former.get('c'));
  });

  it('copies, so that the bytes it was read from can go', () => {
    const raw = dump(['a', 'x', '-1']);
    const keys = readDump(raw, NONE);
    for (const part of raw) part.fill(0);
    expect(keys.get('a')).toMatchObject({ key: Buffer.from('a'), payload: Buffer.from('x') });
  });

  it('takes an empty dump', () => {
    expect(readDump([], NONE).size).toBe(0);
  });

  it.each([[['a', 'b', 'c']], [[Buffer.from('a'), null, Buffer.from('1')]], [[Buffer.from('a')]]])(
    'throws at %j',
    (broken) => {
      expect(() => readDump(broken, NONE)).toThrow();
    },
  );
});

describe('KeptBytes', () => {
  it('counts a key once, however many hold it, until none does', () => {
    const kept = new KeptBytes();
    const first = readDump(dump(['a', 'xxx', '-1'], ['b', 'xxx', '-1']), NONE);
    const second = readDump(dump(['a', 'xxx', '-1'], ['b', 'yyyyy', '-1']), first);
    kept.add(first);
    expect(kept.bytes).toBe(2 * (4 + OVERHEAD_BYTES));
    kept.add(second);
    kept.add(second);
    expect(kept.bytes).toBe(2 * (4 + OVERHEAD_BYTES) + 6 + OVERHEAD_BYTES);
    kept.remove(first);
    kept.remove(second);
    expect(kept.bytes).toBe(4 + 6 + 2 * OVERHEAD_BYTES);
    kept.remove(second);
    expect(kept.bytes).toBe(0);
  });
});
