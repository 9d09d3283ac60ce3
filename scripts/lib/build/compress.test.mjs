import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compressFolder } from './compress.mjs';

/** @type {string} */
let folder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'streambook-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('compressFolder', () => {
  it('writes both forms beside a text, in folders too', async () => {
    const text = 'stream '.repeat(1000);
    await mkdir(path.join(folder, 'assets'));
    await writeFile(path.join(folder, 'assets', 'a.js'), text);
    await compressFolder(folder);
    const br = await readFile(path.join(folder, 'assets', 'a.js.br'));
    const gz = await readFile(path.join(folder, 'assets', 'a.js.gz'));
    expect(zlib.brotliDecompressSync(br).toString()).toBe(text);
    expect(zlib.gunzipSync(gz).toString()).toBe(text);
  });

  it('leaves small files and pictures alone', async () => {
    await writeFile(path.join(folder, 'small.js'), 'let a');
    await writeFile(path.join(folder, 'picture.png'), Buffer.alloc(5000));
    await compressFolder(folder);
    expect((await readdir(folder)).sort()).toEqual(['picture.png', 'small.js']);
  });
});
