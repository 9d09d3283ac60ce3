import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inRoot } from './root.mjs';

/**
 * Imports one of our TypeScript files as others would get it, bundled: what is measured must not pay for
 * the way in which a development server loads modules.
 * @param {string} file relative to the project: `bench/walrus.ts`
 * @returns {Promise<any>} its exports
 */
export async function bundleSource(file) {
  const outfile = inRoot('.cache', 'bundled', `${path.basename(file, '.ts')}.mjs`);
  await build({
    entryPoints: [inRoot(file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { walrus: inRoot('walrus', 'index.ts') },
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
