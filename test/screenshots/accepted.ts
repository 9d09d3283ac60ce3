import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { coarsen, decodePicture, encodePicture, type Picture } from './picture.ts';
import type { Shot } from './shots.ts';

/** The accepted pictures are small: a quarter of the page's size. */
export const ACCEPTED_SCALE = 0.25;

const FOLDER = inRoot('test', 'screenshots', 'accepted');
/** What was last seen, for a person to look at; not kept. */
export const OUT = inRoot('test', 'screenshots', 'out');

const fileOf = (folder: string, name: string) => path.join(folder, `${name}.png`);

/** The accepted picture of that name; null when there is none. */
export async function readAccepted(name: string): Promise<Picture | null> {
  const png = await readFile(fileOf(FOLDER, name)).catch(() => null);
  return png && decodePicture(png);
}

/** Names of all accepted pictures that begin so, sorted. */
export async function acceptedNames(beginning: string): Promise<string[]> {
  const files = await readdir(FOLDER).catch(() => []);
  const names = files.map((file) => path.basename(file, '.png'));
  return names.filter((name) => name.startsWith(beginning)).toSorted();
}

/** Makes these pictures what the page is to look like, and forgets all others. */
export async function accept(shots: readonly Shot[]): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const { name, picture } of shots)
    await writeFile(fileOf(FOLDER, name), encodePicture(coarsen(picture)));
}

/** Puts a picture where a person can look at it. @returns its path */
export async function putOut({ name, picture }: Shot): Promise<string> {
  await mkdir(OUT, { recursive: true });
  const file = fileOf(OUT, name);
  await writeFile(file, encodePicture(picture));
  return file;
}
