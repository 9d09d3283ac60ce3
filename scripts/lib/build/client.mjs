import { build } from 'vite';
import { inRoot, ROOT } from '../root.mjs';

/**
 * Builds the page's static files: index.html and what it loads.
 * @param {string} outDir
 */
export async function buildClient(outDir) {
  await build({
    root: ROOT,
    configFile: inRoot('vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
}
