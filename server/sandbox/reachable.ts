import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RunFolder } from '../state/run-folder.ts';
import type { Mount } from './confinement.ts';

const OTHERS_MAY_ENTER = 0o001;
const OTHERS_MAY_READ = 0o004;

/**
 * The same mounts from places that another user can reach: folders of this server are given to
 * that user, files that only root can reach (a project in /root) stand in the server's folder too.
 */
export function reachableMounts(
  mounts: readonly Mount[],
  folder: RunFolder,
  user: number,
): Mount[] {
  folder.letThrough();
  return mounts.map((mount) => {
    if (!statSync(mount.from).isDirectory())
      return { ...mount, from: reachableFile(mount.from, folder) };
    if (mount.writable) chownSync(mount.from, user, user);
    return mount;
  });
}

function reachableFile(name: string, folder: RunFolder): string {
  const file = realpathSync(name);
  if (canBeReached(file)) return file;
  const copies = path.join(folder.path, 'files');
  mkdirSync(copies, { recursive: true });
  chmodSync(copies, 0o711);
  const copy = path.join(copies, createHash('sha256').update(file).digest('hex').slice(0, 16));
  if (existsSync(copy)) return copy;
  try {
    linkSync(file, copy);
  } catch {
    // Another file system, or one without links.
    copyFileSync(file, copy);
    chmodSync(copy, 0o755);
  }
  return copy;
}

function canBeReached(file: string): boolean {
  if ((statSync(file).mode & OTHERS_MAY_READ) === 0) return false;
  for (let above = path.dirname(file); ; above = path.dirname(above)) {
    if ((statSync(above).mode & OTHERS_MAY_ENTER) === 0) return false;
    if (above === path.dirname(above)) return true;
  }
}
