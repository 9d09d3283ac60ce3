import type { NetworkInterfaceInfo } from 'node:os';

/** Where a server listens that listens at every address of its machine. */
const EVERYWHERE = ['0.0.0.0', '::'];

/**
 * The addresses under which other machines find a server that listens at every address of this one: nobody
 * can open `http://0.0.0.0:4000/`. Empty for a server that listens at one address.
 * @param interfaces as os.networkInterfaces() gives them
 */
export function addressesOfMachine(
  { host, url }: { host: string; url: string },
  interfaces: Readonly<Record<string, NetworkInterfaceInfo[] | undefined>>,
): string[] {
  if (!EVERYWHERE.includes(host)) return [];
  return Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => {
      const own = new URL(url);
      own.hostname = address;
      return own.href;
    });
}
