import { isIP } from 'node:net';

/**
 * Whether a request that names this host may be answered. A site that points its own name at this
 * machine (DNS rebinding) must not reach it from a learner's browser, so a name has to be known:
 * localhost, an address, or one that whoever runs the server has listed.
 * @param header the Host header
 * @param names further names, from STREAMBOOK_HOSTS
 */
export function isAllowedHost(header: string | undefined, names: readonly string[]): boolean {
  if (header === undefined || header === '') return false;
  const host = header.replace(/:\d+$/, '').toLowerCase();
  const address = host.replace(/^\[(.*)\]$/, '$1');
  return host === 'localhost' || isIP(address) !== 0 || names.includes(host);
}

/** Whether a request comes from a page of this very server: its Origin names the host it was sent to. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined) return false;
  try {
    const url = new URL(origin);
    return /^https?:$/.test(url.protocol) && url.host === new URL(`${url.protocol}//${host}`).host;
  } catch {
    return false;
  }
}

/** The names in STREAMBOOK_HOSTS, separated by commas or spaces. */
export function readHostNames(text: string | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((name) => name !== '');
}
