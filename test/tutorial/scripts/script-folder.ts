import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { REDIS_VERSION } from '../../../core/script/script-head.ts';

const execute = promisify(execFile);
const WALRUS = fileURLToPath(new URL('../../../walrus/', import.meta.url));

/** A project of somebody's, outside this one, in which scripts run. */
export interface ScriptFolder {
  path: string;
  remove(): Promise<void>;
}

/** Makes an empty folder and installs in it what the heads of scripts say, in the same words. */
export async function makeScriptFolder(): Promise<ScriptFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sb-scripts-'));
  await npm(['pack', '--pack-destination', folder], WALRUS);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  const packages = [`walrus@file:./${tarball}`, `redis@${REDIS_VERSION}`];
  await npm(['install', ...packages, '--prefer-offline', '--no-audit', '--no-fund'], folder);
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** npm as this Node.js has it: `npm_execpath` when npm started us. */
async function npm(args: string[], cwd: string): Promise<void> {
  const script = process.env['npm_execpath'];
  if (script && path.basename(script).startsWith('npm'))
    await execute(process.execPath, [script, ...args], { cwd });
  else await execute('npm', args, { cwd, shell: process.platform === 'win32' });
}
