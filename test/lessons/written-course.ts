import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const GUIDE = new URL('../../docs/writing-lessons.md', import.meta.url);
const FENCE = /^(`{3,})md (\S+)\n([\s\S]*?\n)\1$/gm;

/** The files that docs/writing-lessons.md shows, by their names. */
export async function filesOfGuide(): Promise<Map<string, string>> {
  const guide = await readFile(GUIDE, 'utf8');
  return new Map(
    [...guide.matchAll(FENCE)].map(([, , name = '', text = '']): [string, string] => [name, text]),
  );
}

/** Writes the course of the guide into a folder of its own; whoever calls removes it. */
export async function writeCourse(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sb-course-'));
  for (const [name, text] of await filesOfGuide()) await writeFile(path.join(folder, name), text);
  return folder;
}
