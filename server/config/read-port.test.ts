import { describe, expect, it } from 'vitest';
import { readPort } from './read-port.ts';

describe('readPort', () => {
  it.each([undefined, ''])('gives the default for %j', (text) => {
    expect(readPort(text)).toBe(4000);
  });

  it.each([
    ['0', 0],
    ['80', 80],
    ['65535', 65_535],
  ])('takes %s', (text, port) => {
    expect(readPort(text)).toBe(port);
  });

  it.each(['65536', '-1', '80.5', 'http', ' ', '8 0', '1e3', '0x50'])('refuses %j', (text) => {
    expect(() => readPort(text)).toThrow(
      `PORT must be a whole number from 0 to 65535, not "${text}".`,
    );
  });
});
