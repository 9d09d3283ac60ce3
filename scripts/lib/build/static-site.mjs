import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { lessonsFolder } from '../lessons.mjs';
import { inRoot, ROOT } from '../root.mjs';
import { buildRenderer } from './prerender.mjs';

/**
 * Builds the course as a folder for any host of static files: a page for each lesson in each dialect, with
 * what its cells did when they were recorded.
 * @param {string} folder exists, and is empty
 * @param {{ address: string | null, live: string | null }} options where it will stand, and where the course can be run
 * @returns {Promise<number>} how many pages it has
 */
export async function buildStaticSite(folder, options) {
  await build({
    root: ROOT,
    configFile: inRoot('vite.config.ts'),
    logLevel: 'error',
    // So that the site may stand in any folder of its host.
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: true,
      reportCompressedSize: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: inRoot('src', 'entry-static.ts'),
        output: { entryFileNames: 'assets/site-[hash].js' },
      },
    },
  });
  await copyFile(inRoot('src', 'icons', 'favicon.svg'), path.join(folder, 'favicon.svg'));
  const renderer = path.join(folder, 'renderer');
  await buildRenderer(renderer, 'src/entry-static-server.ts');
  try {
    const { renderSite } = await import(pathToFileURL(path.join(renderer, 'render.js')).href);
    const files = await filesOf(folder);
    /** @type {{ file: string, text: string }[]} */
    const pages = await renderSite({ ...options, files, folder: lessonsFolder() });
    for (const { file, text } of pages) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    return pages.filter(({ file }) => file.endsWith('.html')).length;
  } finally {
    await rm(renderer, { recursive: true });
  }
}

/**
 * What every page loads, by its name in the site.
 * @param {string} folder
 */
async function filesOf(folder) {
  const names = await readdir(path.join(folder, 'assets'));
  const all = (/** @type {RegExp} */ form) =>
    names.filter((name) => form.test(name)).map((name) => `assets/${name}`);
  const [script] = all(/^site-.*\.js$/);
  if (!script) throw new Error('The script of the static site was not built.');
  return {
    script,
    styles: all(/\.css$/),
    fonts: all(/^(ibm-plex-sans|jetbrains-mono)-latin-wght-normal-.*\.woff2$/),
  };
}
