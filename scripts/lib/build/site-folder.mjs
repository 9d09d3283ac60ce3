import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../failure.mjs';
import { inRoot } from '../root.mjs';

/** Says that a folder was made by us, and may be made anew. */
const MARK = '.streambook-site';

/**
 * Makes a folder anew, wherever it is; one that holds anything of somebody else's is left alone. When
 * `fill` fails, the folder stays as it was.
 * @param {string} target
 * @param {(folder: string) => Promise<void>} fill works in a fresh folder
 */
export async function siteFolder(target, fill) {
  /** @type {string[]} */
  const former = await readdir(target).catch(() => []);
  if (former.length > 0 && !former.includes(MARK)) {
    throw new Failure(
      `${target} holds something else: name an empty folder, or one that does not exist yet, after --out.`,
    );
  }
  const fresh = inRoot('.cache', 'site', `new-${process.pid}`);
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    await fill(fresh);
    await writeFile(path.join(fresh, MARK), '');
    await rm(target, { recursive: true, force: true });
    await cp(fresh, target, { recursive: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
