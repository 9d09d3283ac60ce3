import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * The path of a program, searched as a shell would; null when there is none.
 * @param {string} name
 */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) =>
    endings.map((end) => path.join(folder, name + end)),
  );
  return candidates.find(isExecutable) ?? null;
}

/**
 * Whether a file can be run.
 * @param {string} file
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
