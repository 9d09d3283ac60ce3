import { importSource } from '../import-source.mjs';

/**
 * Bundles what runs inside a kernel.
 * @param {string} outDir
 */
export async function buildKernel(outDir) {
  const { buildKernelFiles } = await importSource('server/kernel/build-kit.ts');
  await buildKernelFiles(outDir);
}
