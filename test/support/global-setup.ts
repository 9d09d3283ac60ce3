import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildKernelFiles } from '../../server/kernel/build-kit.ts';
import { makeCodeCache } from '../../server/kernel/make-code-cache.ts';
import { KERNEL_FOLDER } from './kernel-folder.ts';

/** Each project of vitest.config.ts loads this file anew, in one process: the work is done once. */
const once: { kernel?: Promise<void> } = Reflect.get(globalThis, 'streambookSetup') ?? {};
Reflect.set(globalThis, 'streambookSetup', once);

/**
 * Bundles what runs inside a kernel, before the first test that needs one. Never beside tests: for a moment
 * there is none.
 */
export default function setup(): Promise<void> {
  return (once.kernel ??= buildKernel());
}

async function buildKernel(): Promise<void> {
  const fresh = `${KERNEL_FOLDER}.${process.pid}`;
  await mkdir(path.dirname(fresh), { recursive: true });
  await buildKernelFiles(fresh);
  await makeCodeCache(path.join(fresh, 'boot.mjs'));
  await rm(KERNEL_FOLDER, { recursive: true, force: true });
  await rename(fresh, KERNEL_FOLDER);
}
