import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { PrivateApt } from './apt.ts';
import { linuxDistribution } from './linux-distribution.ts';
import { makeFolderOnce } from './make-folder-once.ts';
import { missingPackages } from './missing-packages.ts';
import { onPath } from './on-path.ts';
import type { RedisBinary, SearchContext } from './redis-binary.ts';
import { runCommand } from './run-command.ts';
import { unpackedServer } from './unpacked-server.ts';

const UNPACK_TIMEOUT_MS = 60_000;

/** Where the packages of this Debian or Ubuntu are unpacked; null on another system. */
export async function debianFolder(cache: string): Promise<string | null> {
  const distribution = await linuxDistribution();
  if (!distribution?.family.some((name) => name === 'debian' || name === 'ubuntu')) return null;
  if (!(await onPath('apt-get')) || !(await onPath('dpkg-deb'))) return null;
  const name = [distribution.id, distribution.release || 'rolling', process.arch].join('-');
  return path.join(cache, 'redis', name);
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
  await makeFolderOnce(target, (folder) => fill(folder, context.progress));
  const binary = await unpackedServer(target);
  if (!binary) throw new Error('the unpacked package does not run');
  return binary;
}

async function fill(folder: string, progress: (line: string) => void): Promise<void> {
  const aptFolder = path.join(folder, '.apt');
  const apt = await PrivateApt.withSystemLists(aptFolder);
  try {
    await downloadServer(apt, folder);
  } catch {
    // The lists are missing, as in most container images, or so old that their files are gone.
    progress('Downloading the distribution’s package lists');
    await downloadServer(await apt.withFreshLists(), folder);
  }
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.deb')) continue;
    const file = path.join(folder, name);
    await runCommand('dpkg-deb', ['-x', file, folder], { timeout: UNPACK_TIMEOUT_MS });
    await rm(file);
  }
  await rm(aptFolder, { recursive: true });
}

async function downloadServer(apt: PrivateApt, folder: string): Promise<void> {
  const simulation = await apt
    .simulateInstall('redis-server')
    .catch(() => apt.simulateInstall('valkey-server'));
  await apt.download(missingPackages(simulation), folder);
}
