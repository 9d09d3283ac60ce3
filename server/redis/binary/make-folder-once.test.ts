import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolderOnce } from './make-folder-once.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'streambook-test-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const fillWith = (text: string) => (folder: string) => writeFile(path.join(folder, 'file'), text);

describe('makeFolderOnce', () => {
  it('makes the folder and the ones above it', async () => {
    const target = path.join(parent, 'a', 'b');
    await makeFolderOnce(target, fillWith('one'));
    expect(await readFile(path.join(target, 'file'), 'utf8')).toBe('one');
  });

  it('leaves nothing behind when filling fails', async () => {
    const failing = makeFolderOnce(path.join(parent, 'target'), async (folder) => {
      await fillWith('half')(folder);
      throw new Error('no network');
    });
    await expect(failing).rejects.toThrow('no network');
    expect(await readdir(parent)).toEqual([]);
  });

  it('is not seen before it is whole', async () => {
    const target = path.join(parent, 'target');
    await makeFolderOnce(target, async (folder) => {
      await fillWith('one')(folder);
      expect(existsSync(target)).toBe(false);
    });
    expect(existsSync(target)).toBe(true);
  });

  it('keeps one whole folder when two make it at once', async () => {
    const target = path.join(parent, 'target');
    await Promise.all([
      makeFolderOnce(target, fillWith('one')),
      makeFolderOnce(target, fillWith('two')),
    ]);
    expect(await readFile(path.join(target, 'file'), 'utf8')).toMatch(/^(one|two)$/);
    expect(await readdir(parent)).toEqual(['target']);
  });

  it('removes what a killed process left there, and not what one is still making', async () => {
    const old = path.join(parent, '.new-old');
    const young = path.join(parent, '.new-young');
    await Promise.all([mkdir(old), mkdir(young)]);
    await utimes(old, 0, 0);
    await makeFolderOnce(path.join(parent, 'target'), fillWith('one'));
    expect((await readdir(parent)).sort()).toEqual(['.new-young', 'target']);
  });
});
