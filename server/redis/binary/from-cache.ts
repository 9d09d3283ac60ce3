import { debianFolder } from './from-debian.ts';
import { compiledServer } from './from-source.ts';
import type { RedisBinary, SearchContext } from './redis-binary.ts';
import { unpackedServer } from './unpacked-server.ts';

/** The server that an earlier search put into our cache folder; null when there is none that runs. */
export async function fromCache({ cache }: SearchContext): Promise<RedisBinary | null> {
  const folder = await debianFolder(cache);
  const unpacked = folder === null ? null : await unpackedServer(folder);
  return unpacked ?? (await compiledServer(cache));
}
