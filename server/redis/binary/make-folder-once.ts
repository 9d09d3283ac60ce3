import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const TEMPORARY = '.new-';
const ABANDONED_AFTER_MS = 3_600_000;

/**
 * Makes a folder whole or not at all: `fill` works in a temporary one beside it, which is then renamed.
 * When another process was faster, its folder stays and ours is removed.
 * Throws what `fill` throws; nothing stays behind then.
 */
export async function makeFolderOnce(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const temporary = await mkdtemp(path.join(parent, TEMPORARY));
  try {
    await fill(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
  }
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return false;
  return (
    error.syscall === 'rename' && ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String(error.code))
  );
}

/** What a process that was killed left there. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const folder = path.join(parent, name);
    const age = Date.now() - ((await stat(folder).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}
