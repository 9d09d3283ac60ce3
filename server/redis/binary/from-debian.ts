import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { PrivateApt } from './apt.ts';
import { linuxDistribution } from './linux-distribution.ts';
import { makeFolderOnce } from './make-folder-once.ts';
import { missingPackages } from './missing-packages.ts';
import { onPath } from './on-path.ts';
import type { RedisBinary, SearchContext } from './redis-binary.ts';
import { unpackPackages } from './unpack-packages.ts';
import { unpackedServer } from './unpacked-server.ts';

/** Where the packages of this Debian or Ubuntu are unpacked; null on another system. */
export async function debianFolder(cache: string, program = 'redis'): Promise<string | null> {
  const distribution = await linuxDistribution();
  if (!distribution?.family.some((name) => name === 'debian' || name === 'ubuntu')) return null;
  if (!(await onPath('apt-get')) || !(await onPath('dpkg-deb'))) return null;
  const name = [distribution.id, distribution.release || 'rolling', process.arch].join('-');
  return path.join(cache, program, name);
}

/**
 * Downloads the distribution's own packages and unpacks them into the cache. Needs no root, starts no
 * service, changes nothing on the system. null where there is no apt-get; throws when it fails.
 */
export async function fromDebian(context: SearchContext): Promise<RedisBinary | null> {
  const target = await debianFolder(context.cache);
  if (!target) return null;
  const taken = existsSync(target);
  const there = await unpackedServer(target);
  if (there) return there;
  context.progress(
    'No Redis is installed: unpacking the distribution’s own package for Streambook alone',
  );
  // A damaged one gives way, but not one that another process has made since.
  if (taken) await rm(target, { recursive: true, force: true });
  await makeFolderOnce(target, (folder) =>
    unpackPackages(folder, serverPackages, context.progress),
  );
  const binary = await unpackedServer(target);
  if (!binary) throw new Error('the unpacked package does not run');
  return binary;
}

async function serverPackages(apt: PrivateApt): Promise<string[]> {
  const simulation = await apt
    .simulateInstall('redis-server')
    .catch(() => apt.simulateInstall('valkey-server'));
  return missingPackages(simulation, /^(redis|valkey|lib|lua)/);
}
