import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFiles } from '../hash-files.mjs';
import { lessonsFolder } from '../lessons.mjs';
import { ROOT } from '../root.mjs';
import { distFolder } from './dist-folder.mjs';

/** All that the result of a build depends on, beside the lessons. */
const SOURCES = [
  'core',
  'server',
  'src',
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
  'scripts/lib/lessons.mjs',
];

const FILE = 'sources.sha256';

/** The hash that a build made of the files as they are now carries. */
export async function currentStamp() {
  const lessons = lessonsFolder();
  const names = (await readdir(lessons)).filter((name) => /\.(md|json)$/.test(name));
  return `${await hashFiles(ROOT, SOURCES)} ${await hashFiles(lessons, names)}`;
}

/**
 * Marks a finished build.
 * @param {string} folder
 * @param {string} stamp
 */
export function writeStamp(folder, stamp) {
  return writeFile(path.join(folder, FILE), stamp);
}

/** Whether the site was built from the files as they are now. */
export async function isBuilt() {
  const stamp = await readFile(path.join(distFolder(), FILE), 'utf8').catch(() => null);
  return stamp !== null && stamp === (await currentStamp());
}
