import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, ROOT } from './project-files.ts';

const TEXTS = ['.ts', '.svelte', '.mjs', '.js', '.css', '.html', '.json', '.md', '.yml', 'run'];

/** Folders that exist on this machine alone; general ones (`/`, the temporary folder) say nothing. */
function localFolders(): string[] {
  const here = path.resolve(ROOT);
  const general = ['/', '/tmp', os.tmpdir(), path.dirname(os.homedir())];
  const above = path.dirname(here);
  return [here, os.homedir(), ...(general.includes(above) ? [] : [above])];
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(ROOT + name, 'utf8'));
}

describe('the project', () => {
  it('names no folder of the machine that it is developed on', async () => {
    const local = localFolders().map((folder) => `${folder}${path.sep}`);
    const files = await projectFiles(TEXTS);
    const naming = files.filter(({ text }) => local.some((folder) => text.includes(folder)));
    expect(naming.map((file) => file.path)).toEqual([]);
  });

  it('has a lock file that names no host to download from', async () => {
    expect(JSON.stringify(await readJson('package-lock.json'))).not.toMatch(/"resolved":"\w+:/);
  });

  it('has pinned every version', async () => {
    expect(await readJson('package.json')).toMatchObject({
      dependencies: expect.toSatisfy(isPinned),
      devDependencies: expect.toSatisfy(isPinned),
    });
  });
});

function isPinned(dependencies: unknown): boolean {
  const versions = Object.values(Object(dependencies));
  return (
    versions.length > 0 && versions.every((version) => /^\d+\.\d+\.\d+$/.test(String(version)))
  );
}
