import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * A hash over names and contents of files and of all that is in folders. What does not exist counts
 * as absent, so that creating it changes the hash. Tests are left out.
 * @param {string} root
 * @param {string[]} names relative to root
 * @returns {Promise<string>}
 */
export async function hashFiles(root, names) {
  const files = (await Promise.all(names.map((name) => list(root, name)))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file.split(path.sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<string[]>}
 */
async function list(root, name) {
  const found = await stat(path.join(root, name)).catch(() => null);
  if (!found) return [];
  if (!found.isDirectory()) return /\.test\.[cm]?[jt]s$/.test(name) ? [] : [name];
  if (path.basename(name) === 'dist' || path.basename(name) === 'node_modules') return [];
  const inside = await readdir(path.join(root, name));
  return (await Promise.all(inside.map((item) => list(root, path.join(name, item))))).flat();
}
