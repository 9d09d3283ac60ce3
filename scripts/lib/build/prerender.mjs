import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { inRoot, ROOT } from '../root.mjs';
import { fillTemplate } from './fill-template.mjs';

/**
 * Bundles the page's renderer, as production code like the page itself, so that both agree on the HTML.
 * @param {string} outDir
 * @param {string} entry
 */
export async function buildRenderer(outDir, entry = 'src/entry-server.ts') {
  await build({
    root: ROOT,
    configFile: inRoot('vite.config.ts'),
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'render.js' } },
    },
  });
}

/**
 * Renders the page once and for all into the built index.html.
 * @param {string} rendererDir
 * @param {string} clientDir
 */
export async function prerender(rendererDir, clientDir) {
  const { render } = await import(pathToFileURL(path.join(rendererDir, 'render.js')).href);
  const file = path.join(clientDir, 'index.html');
  await writeFile(file, fillTemplate(await readFile(file, 'utf8'), await render()));
}
