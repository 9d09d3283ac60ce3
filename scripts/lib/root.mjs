import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever the folder it was started from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * A path inside the project.
 * @param {string[]} parts
 */
export function inRoot(...parts) {
  return path.join(ROOT, ...parts);
}
