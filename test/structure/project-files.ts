import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const NOT_OURS = new Set(['node_modules', 'dist', '.cache', '.git']);

/** A file of the project: its path from the root with `/`, and its text. */
export interface ProjectFile {
  path: string;
  text: string;
}

/** Every file of ours whose name ends in one of the endings (`.ts`), in the order of their paths. */
export async function projectFiles(endings: string[]): Promise<ProjectFile[]> {
  const paths = (await list('')).filter((file) => endings.some((end) => file.endsWith(end)));
  return Promise.all(
    paths.sort().map(async (file) => ({ path: file, text: await readFile(ROOT + file, 'utf8') })),
  );
}

async function list(folder: string): Promise<string[]> {
  const items = await readdir(path.join(ROOT, folder), { withFileTypes: true });
  const found = items
    .filter((item) => !NOT_OURS.has(item.name))
    .map(async (item) => {
      const inside = path.posix.join(folder, item.name);
      if (item.isDirectory()) return list(inside);
      return item.isFile() ? [inside] : [];
    });
  return (await Promise.all(found)).flat();
}
