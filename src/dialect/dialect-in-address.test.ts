import { describe, expect, it } from 'vitest';
import { dialectInAddress, withDialect } from './dialect-in-address.ts';

describe('dialectInAddress', () => {
  it('reads a dialect that the notebook has', () => {
    expect(dialectInAddress('http://a.example/?a=1&dialect=node-redis')).toEqual({
      dialect: 'node-redis',
    });
    expect(dialectInAddress('http://a.example/?dialect=walrus&dialect=node-redis')).toEqual({
      dialect: 'walrus',
    });
  });

  it('finds none where none is named', () => {
    expect(dialectInAddress('http://a.example/')).toBeNull();
    expect(dialectInAddress('http://a.example/?dialects=walrus')).toBeNull();
  });

  it.each(['', 'Walrus', 'ioredis', '<b>'])('tells of one that it does not know: "%s"', (name) => {
    const address = `http://a.example/?dialect=${encodeURIComponent(name)}`;
    expect(dialectInAddress(address)).toEqual({ unknown: name });
  });

  it('repeats only the beginning of a long name', () => {
    const unknown = `${'x'.repeat(40)}…`;
    expect(dialectInAddress(`http://a.example/?dialect=${'x'.repeat(5000)}`)).toEqual({ unknown });
  });
});

describe('withDialect', () => {
  it('puts the dialect into an address, and leaves the rest of it', () => {
    expect(withDialect('http://a.example/b?c=1&dialect=x#cell-d', 'walrus')).toBe(
      'http://a.example/b?c=1&dialect=walrus#cell-d',
    );
    expect(withDialect('http://a.example/', 'node-redis')).toBe(
      'http://a.example/?dialect=node-redis',
    );
  });
});
