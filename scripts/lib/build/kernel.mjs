import path from 'node:path';
import { withSource } from '../with-source.mjs';

/**
 * Bundles what runs inside a kernel, and has V8 read it once for all kernels.
 * @param {string} outDir
 */
export async function buildKernel(outDir) {
  await withSource('server/kernel/build-kit.ts', (kit) => kit.buildKernelFiles(outDir));
  try {
    await withSource('server/kernel/make-code-cache.ts', (maker) =>
      maker.makeCodeCache(path.join(outDir, 'boot.mjs')),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.log(`Kernels will start a little later: ${why}`);
  }
}
