import { describe, expect, it } from 'vitest';
import { readTrustedProxies } from './trusted-proxies.ts';

const read = (text: string | undefined) => readTrustedProxies({ STREAMBOOK_TRUST_PROXY: text });

describe('readTrustedProxies', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['0', 0],
    ['1', 1],
    ['10', 10],
  ])('takes %j for %i', (text, proxies) => {
    expect(read(text)).toBe(proxies);
  });

  it.each(['yes', '-1', '1.5', ' 1', '11'])('refuses %j and names the variable', (text) => {
    expect(() => read(text)).toThrow(/^STREAMBOOK_TRUST_PROXY must be a whole number/);
  });
});
