import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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
 * is built where it stands, so that only one process may do that.
 */
export async function packWalrus(folder: string): Promise<string> {
  await oneAtATime(path.join(ROOT, '.cache', 'walrus.lock'), () =>
    npm(['pack', '--pack-destination', folder], path.join(ROOT, 'walrus')),
  );
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack has made no file.');
  return tarball;
}
