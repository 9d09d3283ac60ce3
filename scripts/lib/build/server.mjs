import { build } from 'vite';
import { inRoot, ROOT } from '../root.mjs';

/**
 * Bundles our part of the server into main.js.
 * @param {string} outDir
 */
export async function buildServer(outDir) {
  await build({
    root: ROOT,
    configFile: inRoot('vite.server.config.ts'),
    logLevel: 'error',
    build: { outDir },
  });
}
