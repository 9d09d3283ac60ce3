import { describe, expect, it } from 'vitest';
import { fieldsOf, isDeleted, toEntries, toEntry } from './entry.ts';

describe('An entry', () => {
  it('is its id and its message', () => {
    expect(toEntry(['1-0', ['a', 'b']])).toEqual({ id: '1-0', message: { a: 'b' } });
  });

  it('has no fields when it was deleted while pending', () => {
    const entry = toEntry(['1-0', null]);
    expect(entry).toEqual({ id: '1-0', message: {} });
    expect(isDeleted(entry)).toBe(true);
    expect(fieldsOf(entry)).toEqual([]);
  });

  it('tells its idle time and deliveries when the read took it over', () => {
    expect(toEntry(['1-0', ['a', 'b'], 250, 3])).toEqual({
      id: '1-0',
      message: { a: 'b' },
      millisElapsedFromDelivery: 250,
      deliveriesCounter: 3,
    });
  });

  it('is left out of a list when the server has nothing of it', () => {
    expect(toEntries([null, ['1-0', ['a', 'b']]])).toHaveLength(1);
    expect(toEntries(null)).toEqual([]);
  });

  it('is refused when it is something else', () => {
    expect(() => toEntry('1-0')).toThrow(TypeError);
  });
});
