import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hashFiles } from '../../scripts/lib/hash-files.mjs';
import { oneAtATime } from './one-at-a-time.ts';

const execute = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** npm as this Node.js has it: `npm_execpath` when npm started us. */
export async function npm(args: string[], cwd: string): Promise<void> {
  const script = process.env['npm_execpath'];
  if (script && path.basename(script).startsWith('npm'))
    await execute(process.execPath, [script, ...args], { cwd });
  else await execute('npm', args, { cwd, shell: process.platform === 'win32' });
}

/**
 * Packs the library into a folder as somebody would who has a checkout, and gives the name of the file. It
 * is built where it stands, so that only one process may do that, and once for the same sources.
 */
export async function packWalrus(folder: string): Promise<string> {
  const packed = path.join(ROOT, '.cache', 'packed');
  const sources = await hashFiles(ROOT, ['walrus', 'tsconfig.json', 'package-lock.json']);
  const target = path.join(packed, sources);
  await oneAtATime(path.join(ROOT, '.cache', 'walrus.lock'), async () => {
    if (existsSync(target)) return;
    await rm(packed, { recursive: true, force: true });
    const unfinished = path.join(packed, 'unfinished');
    await mkdir(unfinished, { recursive: true });
    await npm(['pack', '--pack-destination', unfinished], path.join(ROOT, 'walrus'));
    await rename(unfinished, target);
  });
  const tarball = (await readdir(target)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack has made no file.');
  await copyFile(path.join(target, tarball), path.join(folder, tarball));
  return tarball;
}
