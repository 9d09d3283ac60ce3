import { withSource } from '../with-source.mjs';

/**
 * Bundles what runs inside a kernel.
 * @param {string} outDir
 */
export function buildKernel(outDir) {
  return withSource('server/kernel/build-kit.ts', (kit) => kit.buildKernelFiles(outDir));
}
