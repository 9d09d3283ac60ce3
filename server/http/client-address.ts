import { isIPv6 } from 'node:net';

/** What is known of where a request comes from. */
export interface Origin {
  /** The other end of the TCP connection. */
  peer: string | undefined;
  /** The X-Forwarded-For header, which anybody can write. */
  forwardedFor: string | undefined;
}

/**
 * The address that limits for each address count by. Of IPv6 it is the first half, because a whole
 * /64 belongs to one customer.
 * @param trustedProxies how many reverse proxies stand before this server, each of which adds the
 * address that it was called from at the end of X-Forwarded-For; 0: the header is not believed
 */
export function clientAddress({ peer, forwardedFor }: Origin, trustedProxies: number): string {
  const hops = [...(forwardedFor ?? '').split(',').map((hop) => hop.trim()), peer ?? ''];
  // What stands before the entries of our own proxies was written by whoever called.
  const told = hops.at(-1 - trustedProxies) ?? hops[0] ?? '';
  return group(told === '' ? (peer ?? '') : told);
}

function group(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(bare)) return bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').slice(0, 64);
  return `${firstHalf(bare.toLowerCase()).join(':')}::/64`;
}

/** The first four of the eight groups of an IPv6 address, without leading zeros. */
function firstHalf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return groups.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''));
}
