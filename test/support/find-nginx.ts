import { execFileSync } from 'node:child_process';
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

/** An nginx that runs here, and the environment that it needs. */
export interface NginxBinary {
  path: string;
  env: Record<string, string>;
}

/**
 * The system's nginx, or Debian's package unpacked into our cache: its service would take port 80.
 * @throws Error with one sentence when there is none to be had
 */
export async function findNginx(): Promise<NginxBinary> {
  const PATH = [process.env['PATH'], '/usr/sbin', '/usr/local/sbin'].join(path.delimiter);
  const installed = await onPath('nginx', { PATH });
  if (installed) return { path: installed, env: {} };
  const { platform, env } = process;
  const folder = await debianFolder(cacheFolder({ platform, env, home: os.homedir() }), 'nginx');
  if (!folder) throw new Error('These tests need nginx: install it, and put it on the PATH.');
  const file = path.join(folder, 'usr', 'sbin', 'nginx');
  if (!existsSync(file)) {
    const choose = async (apt: { simulateInstall(name: string): Promise<string> }) =>
      missingPackages(await apt.simulateInstall('nginx'), /^(nginx|lib)/);
    await makeFolderOnce(folder, (fresh) => unpackPackages(fresh, choose, () => undefined));
  }
  const binary = { path: file, env: { LD_LIBRARY_PATH: await libraries(folder) } };
  execFileSync(binary.path, ['-v'], { env: { ...process.env, ...binary.env }, stdio: 'ignore' });
  return binary;
}

async function libraries(folder: string): Promise<string> {
  const base = path.join(folder, 'usr', 'lib');
  const names = await readdir(base).catch(() => []);
  return names
    .filter((name) => name.includes('-linux-'))
    .map((name) => path.join(base, name))
    .join(':');
}
