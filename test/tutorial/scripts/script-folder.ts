import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REDIS_VERSION } from '../../../core/script/script-head.ts';
import { npm, packWalrus } from '../../support/pack-walrus.ts';

/** A project of somebody's, outside this one, in which scripts run. */
export interface ScriptFolder {
  path: string;
  remove(): Promise<void>;
}

/** Makes an empty folder and installs in it what the heads of scripts say, in the same words. */
export async function makeScriptFolder(): Promise<ScriptFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sb-scripts-'));
  const tarball = await packWalrus(folder);
  const packages = [`walrus@file:./${tarball}`, `redis@${REDIS_VERSION}`];
  await npm(['install', ...packages, '--prefer-offline', '--no-audit', '--no-fund'], folder);
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
