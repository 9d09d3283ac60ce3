import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../redis/binary/cache-folder.ts';
import { onPath } from '../redis/binary/on-path.ts';
import { debianFolder } from '../redis/binary/from-debian.ts';
import { makeFolderOnce } from '../redis/binary/make-folder-once.ts';
import { unpackPackages } from '../redis/binary/unpack-packages.ts';

/** bubblewrap: the system's own, or one that was unpacked into our cache; null when there is none. */
export async function findBwrap(): Promise<string | null> {
  const installed = await onPath('bwrap');
  const folder = installed ? null : await cached();
  return installed ?? (folder && onPath('bwrap', { PATH: path.join(folder, 'usr', 'bin') }));
}

/**
 * bubblewrap, unpacked into our cache from the distribution's package when there is none yet; null
 * where that is not Debian's or Ubuntu's.
 * @throws Error when the package cannot be had
 */
export async function obtainBwrap(progress: (line: string) => void): Promise<string | null> {
  const found = await findBwrap();
  const folder = found ? null : await cached();
  if (!folder) return found;
  await makeFolderOnce(folder, (fresh) =>
    unpackPackages(fresh, () => Promise.resolve(['bubblewrap']), progress),
  );
  return findBwrap();
}

async function cached(): Promise<string | null> {
  const { platform, env } = process;
  return debianFolder(cacheFolder({ platform, env, home: os.homedir() }), 'bubblewrap');
}
