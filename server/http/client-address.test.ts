import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const from = (peer: string, forwardedFor?: string) => ({ peer, forwardedFor });

describe('clientAddress', () => {
  it('is the other end of the connection', () => {
    expect(clientAddress(from('192.0.2.1'), 0)).toBe('192.0.2.1');
  });

  it('does not believe a header that nobody told it to believe', () => {
    expect(clientAddress(from('192.0.2.1', '198.51.100.7'), 0)).toBe('192.0.2.1');
  });

  it('is what one trusted proxy says, and not what its caller has written before that', () => {
    expect(clientAddress(from('127.0.0.1', '198.51.100.7'), 1)).toBe('198.51.100.7');
    expect(clientAddress(from('127.0.0.1', '203.0.113.9, 198.51.100.7'), 1)).toBe('198.51.100.7');
  });

  it('looks past as many proxies as there are', () => {
    const passed = '203.0.113.9, 198.51.100.7, 10.0.0.2';
    expect(clientAddress(from('10.0.0.1', passed), 2)).toBe('198.51.100.7');
    expect(clientAddress(from('10.0.0.1', '198.51.100.7'), 2)).toBe('198.51.100.7');
  });

  it('falls back on the connection when the proxy says nothing', () => {
    expect(clientAddress(from('127.0.0.1'), 1)).toBe('127.0.0.1');
    expect(clientAddress(from('127.0.0.1', ''), 1)).toBe('127.0.0.1');
  });

  it('writes one address in one way', () => {
    expect(clientAddress(from('::ffff:192.0.2.1'), 0)).toBe('192.0.2.1');
    expect(clientAddress(from('127.0.0.1', '192.0.2.1:5123'), 1)).toBe('192.0.2.1');
  });

  it.each(['2001:db8:0:7::1', '2001:0db8:0000:0007:aaaa::', '[2001:db8:0:7:1:2:3:4]:443'])(
    'takes all of a /64 for one: %s',
    (address) => {
      expect(clientAddress(from(address), 0)).toBe('2001:db8:0:7::/64');
    },
  );

  it('bounds what a header makes it keep', () => {
    expect(clientAddress(from('127.0.0.1', 'x'.repeat(5000)), 1)).toHaveLength(64);
  });
});
