import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { codeCacheBeside, copyOfCodeCache } from '../../server/kernel/code-cache.ts';
import { startKernel } from '../../server/kernel/start-kernel.ts';
import { findSandbox } from '../../server/sandbox/find-sandbox.ts';
import { RunFolder } from '../../server/state/run-folder.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';
import { startTestRedis } from '../support/redis.ts';

const boot = path.join(KERNEL_FOLDER, 'boot.mjs');

/** What each file of a folder holds, by its name. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const hashes = names.map(async (name) => {
    const bytes = await readFile(path.join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

it('is there behind the wall, and the same after a kernel has tried to keep something', async () => {
  const { wall } = await findSandbox();
  const redis = await startTestRedis();
  onTestFinished(() => redis.stop());
  const base = await mkdtemp(path.join(tmpdir(), 'streambook-code-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const folder = RunFolder.open(base);
  onTestFinished(() => folder.close());
  const cache = copyOfCodeCache(boot, folder);
  // Without a wall, kernels could write to it: there is none.
  expect(cache !== null).toBe(wall !== null);
  const found = async () => (cache ? contents(cache) : null);
  const made = await found();
  expect(made).toEqual(cache && (await contents(codeCacheBeside(boot))));

  const kernel = await startKernel({
    boot,
    folder,
    redis: { path: redis.socketPath ?? '', username: 'default', password: '' },
    heapMb: 256,
    maxOutput: 100_000,
    startMs: 30_000,
  });
  onTestFinished(() => kernel.close());
  const keep = `
    const tries = [
      () => localStorage.setItem('kept', 'x'),
      () => Deno.writeTextFileSync('/code-cache/kept', 'x'),
      () => Deno.writeTextFileSync('/code-cache/v8_code_cache_v2', 'x'),
      () => Deno.removeSync('/code-cache/v8_code_cache_v2-wal'),
    ];
    const done = tries.map((attempt) => { try { attempt(); return 'done'; } catch { return 'refused'; } });
    console.log(done.join());
  `;
  const printed: string[] = [];
  kernel.onSignal = (signal) => printed.push(JSON.stringify(signal));
  await kernel.run('run-1', 'cell', keep);
  expect(printed.join()).toContain('refused,refused,refused,refused');
  expect(await found()).toEqual(made);
});
