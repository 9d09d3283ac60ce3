import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder } from './replace-folder.mjs';

/** @type {string} */
let root;
/** @type {string} */
let target;
/** @type {string} */
let workshop;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'streambook-test-'));
  target = path.join(root, 'dist');
  workshop = path.join(root, '.cache');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** @param {string} text */
const fillWith = (text) => (/** @type {string} */ folder) =>
  writeFile(path.join(folder, text), text);

describe('replaceFolder', () => {
  it('makes the folder, and replaces it whole the next time', async () => {
    await replaceFolder(target, workshop, fillWith('one'));
    await replaceFolder(target, workshop, fillWith('two'));
    expect(await readdir(target)).toEqual(['two']);
    expect(await readdir(workshop)).toEqual([]);
  });

  it('keeps the old folder when filling fails', async () => {
    await replaceFolder(target, workshop, fillWith('one'));
    const failing = replaceFolder(target, workshop, async (folder) => {
      await fillWith('half')(folder);
      throw new Error('syntax error');
    });
    await expect(failing).rejects.toThrow('syntax error');
    expect(await readFile(path.join(target, 'one'), 'utf8')).toBe('one');
    expect(await readdir(workshop)).toEqual([]);
  });

  it('removes what a killed process left, and not what a living one is making', async () => {
    const alive = `new-${process.ppid}`;
    await mkdir(path.join(workshop, 'new-999999999'), { recursive: true });
    await mkdir(path.join(workshop, alive));
    await replaceFolder(target, workshop, fillWith('one'));
    expect(await readdir(workshop)).toEqual([alive]);
  });
});
