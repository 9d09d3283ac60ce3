import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../server/redis/binary/cache-folder.ts';
import { debianFolder } from '../../server/redis/binary/from-debian.ts';
import { makeFolderOnce } from '../../server/redis/binary/make-folder-once.ts';
import { missingPackages } from '../../server/redis/binary/missing-packages.ts';
import { onPath } from '../../server/redis/binary/on-path.ts';
import { unpackPackages } from '../../server/redis/binary/unpack-packages.ts';

/** A program that runs here, and the environment that it needs. */
export interface Program {
  path: string;
  env: Record<string, string>;
}

/**
 * A program of the system, or of Debian's package of the same name, unpacked into our cache: installed, it
 * might start a service. @throws Error with one sentence when it is not to be had
 */
export async function findProgram(name: 'nginx' | 'openssl'): Promise<Program> {
  const PATH = [process.env['PATH'], '/usr/sbin', '/usr/local/sbin'].join(path.delimiter);
  const installed = await onPath(name, { PATH });
  if (installed) return { path: installed, env: {} };
  const { platform, env } = process;
  const folder = await debianFolder(cacheFolder({ platform, env, home: os.homedir() }), name);
  if (!folder) throw new Error(`These tests need ${name}: install it, and put it on the PATH.`);
  const wanted = new RegExp(`^(${name}|lib)`);
  const choose = async (apt: { simulateInstall(name: string): Promise<string> }) =>
    missingPackages(await apt.simulateInstall(name), wanted);
  if (!existsSync(folder))
    await makeFolderOnce(folder, (fresh) => unpackPackages(fresh, choose, () => undefined));
  const places = ['sbin', 'bin'].map((part) => path.join(folder, 'usr', part, name));
  const file = places.find((place) => existsSync(place));
  if (!file) throw new Error(`${folder} has no ${name}: remove it, and run the tests again.`);
  return { path: file, env: { LD_LIBRARY_PATH: await libraries(folder) } };
}

async function libraries(folder: string): Promise<string> {
  const base = path.join(folder, 'usr', 'lib');
  const names = await readdir(base).catch(() => []);
  return names
    .filter((name) => name.includes('-linux-'))
    .map((name) => path.join(base, name))
    .join(':');
}
