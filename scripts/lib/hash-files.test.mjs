import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFiles } from './hash-files.mjs';

/** @type {string} */
let root;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'streambook-test-'));
  await mkdir(path.join(root, 'src', 'deep'), { recursive: true });
  await writeFile(path.join(root, 'src', 'deep', 'a.ts'), 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const hash = () => hashFiles(root, ['src', 'index.html']);

describe('hashFiles', () => {
  it('is the same as long as nothing changes', async () => {
    expect(await hash()).toBe(await hash());
  });

  it('changes with a content, a name and a new file', async () => {
    const seen = new Set([await hash()]);
    await writeFile(path.join(root, 'src', 'deep', 'a.ts'), 'two');
    seen.add(await hash());
    await writeFile(path.join(root, 'index.html'), '');
    seen.add(await hash());
    await writeFile(path.join(root, 'src', 'b.ts'), '');
    seen.add(await hash());
    expect(seen.size).toBe(4);
  });

  it('does not look at tests', async () => {
    const before = await hash();
    await writeFile(path.join(root, 'src', 'deep', 'a.test.ts'), 'x');
    expect(await hash()).toBe(before);
  });
});
