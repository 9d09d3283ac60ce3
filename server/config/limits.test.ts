import { describe, expect, it } from 'vitest';
import { LIMITS, readLimits } from './limits.ts';

describe('readLimits', () => {
  it('gives the defaults when the environment says nothing', () => {
    const limits = readLimits({ STREAMBOOK_SESSIONS: '' });
    for (const [name, { value }] of Object.entries(LIMITS))
      expect(limits).toHaveProperty(name, value);
    expect(Object.keys(limits).sort()).toEqual(Object.keys(LIMITS).sort());
  });

  it.each(Object.entries(LIMITS))('takes %s from its variable', (name, { env }) => {
    expect(readLimits({ [env]: '7' })).toEqual({ ...readLimits({}), [name]: 7 });
  });

  it('takes 0 for what may be switched off', () => {
    expect(readLimits({ STREAMBOOK_SPARES: '0' }).spares).toBe(0);
  });

  it.each(['-1', '1.5', '1e3', ' 5', 'many', '0x10'])(
    'refuses %j and names the variable',
    (text) => {
      expect(() => readLimits({ STREAMBOOK_SESSIONS: text })).toThrow(
        `STREAMBOOK_SESSIONS must be a whole number, not "${text}".`,
      );
    },
  );

  it('has a variable of its own for every limit', () => {
    const names = Object.values(LIMITS).map(({ env }) => env);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^STREAMBOOK_[A-Z_]+$/);
  });
});
