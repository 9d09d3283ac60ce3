import { describe, expect, it } from 'vitest';
import { parseVersion } from './parse-version.ts';

describe('parseVersion', () => {
  it('reads what Redis prints', () => {
    const line =
      'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=d81b8ff71cfb150e';
    expect(parseVersion(line)).toEqual({ product: 'Redis', version: '7.0.15' });
  });

  it('reads what Valkey prints, with and without its name', () => {
    expect(parseVersion('Valkey server v=8.1.0 sha=0:0 bits=64\n')).toEqual({
      product: 'Valkey',
      version: '8.1.0',
    });
    expect(parseVersion('Server v=7.2.5 sha=0:0\n')).toEqual({
      product: 'Valkey',
      version: '7.2.5',
    });
  });

  it('keeps the suffix of a release candidate', () => {
    expect(parseVersion('Redis server v=8.0-rc1 sha=0')).toBeNull();
    expect(parseVersion('Redis server v=8.0.0-rc1 sha=0')?.version).toBe('8.0.0-rc1');
  });

  it('finds the line below a warning', () => {
    expect(parseVersion('warning: no locale\nRedis server v=8.0.2 sha=0')?.version).toBe('8.0.2');
  });

  it('is null for another program', () => {
    expect(parseVersion('redis-cli 7.0.15')).toBeNull();
    expect(parseVersion('')).toBeNull();
  });
});
