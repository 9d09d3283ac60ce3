import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../../scripts/lib/is-alive.mjs';

/** How often another process is asked whether it is done, in ms, and for how long. */
const LOOK_MS = 100;
const LONGEST_MS = 100_000;

/**
 * Does something that two processes must not do at once. What a process that was killed has left is no
 * hindrance.
 * @param lock a file that nobody else uses
 * @throws Error when the other one does not end
 */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(lock), { recursive: true });
  const patience = Date.now() + LONGEST_MS;
  while (!(await take(lock))) {
    if (Date.now() > patience) throw new Error(`Another process holds ${lock} for too long.`);
    await pause(LOOK_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true });
    return false;
  }
}
