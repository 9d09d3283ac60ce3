import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../is-alive.mjs';

/**
 * Makes a folder anew: `fill` works in a fresh one inside `workshop`, which then takes the place of
 * `target`. When it fails, `target` stays as it was and nothing else stays behind. Both must be on one disk.
 * @param {string} target
 * @param {string} workshop
 * @param {(folder: string) => Promise<void>} fill
 */
export async function replaceFolder(target, workshop, fill) {
  await mkdir(workshop, { recursive: true });
  await removeAbandoned(workshop);
  const fresh = path.join(workshop, `new-${process.pid}`);
  const old = path.join(workshop, `old-${process.pid}`);
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    await fill(fresh);
    await mkdir(path.dirname(target), { recursive: true });
    await rename(target, old).catch(ignoreMissing);
    await rename(fresh, target);
  } finally {
    await Promise.all([fresh, old].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** @param {NodeJS.ErrnoException} error */
function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * What a process that was killed left there.
 * @param {string} workshop
 */
async function removeAbandoned(workshop) {
  for (const name of await readdir(workshop)) {
    const pid = /^(?:new|old)-(\d+)$/.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    await rm(path.join(workshop, name), { recursive: true, force: true });
  }
}
