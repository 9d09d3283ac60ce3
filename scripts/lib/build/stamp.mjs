import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFiles } from '../hash-files.mjs';
import { inRoot, ROOT } from '../root.mjs';

/** All that the result of a build depends on. */
const SOURCES = [
  'core',
  'server',
  'src',
  'tutorial',
  'walrus',
  'public',
  'index.html',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
  'vite.server.config.ts',
  'scripts/build.mjs',
  'scripts/lib/build',
];

const FILE = 'sources.sha256';

/** The hash that a build made of the files as they are now carries. */
export function currentStamp() {
  return hashFiles(ROOT, SOURCES);
}

/**
 * Marks a finished build.
 * @param {string} folder
 * @param {string} stamp
 */
export function writeStamp(folder, stamp) {
  return writeFile(path.join(folder, FILE), stamp);
}

/** Whether dist/ was built from the files as they are now. */
export async function isBuilt() {
  const stamp = await readFile(inRoot('dist', FILE), 'utf8').catch(() => null);
  return stamp !== null && stamp === (await currentStamp());
}
