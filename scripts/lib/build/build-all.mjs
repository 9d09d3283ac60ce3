import { rm } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../root.mjs';
import { buildClient } from './client.mjs';
import { compressFolder } from './compress.mjs';
import { distFolder } from './dist-folder.mjs';
import { buildKernel } from './kernel.mjs';
import { buildRenderer, prerender } from './prerender.mjs';
import { replaceFolder } from './replace-folder.mjs';
import { buildServer } from './server.mjs';
import { currentStamp, writeStamp } from './stamp.mjs';

/**
 * Builds the site anew, into distFolder(): `client` (static files, the page rendered into index.html), `server/main.js` and
 * `kernel`. When something fails, the one of before stays.
 * @param {import('../steps.mjs').Steps} steps
 */
export async function buildAll(steps) {
  // Whoever calls this may have loaded sources through Vite, which then calls itself a development.
  process.env['NODE_ENV'] = 'production';
  await replaceFolder(distFolder(), inRoot('.cache', 'build'), async (folder) => {
    const stamp = await currentStamp();
    const client = path.join(folder, 'client');
    const renderer = path.join(folder, 'renderer');
    await steps.run('Building the page', () => buildClient(client));
    await steps.run('Rendering the page', async () => {
      await buildRenderer(renderer);
      await prerender(renderer, client);
      await rm(renderer, { recursive: true });
    });
    await steps.run('Building the server and the kernel', () =>
      Promise.all([
        buildServer(path.join(folder, 'server')),
        buildKernel(path.join(folder, 'kernel')),
      ]),
    );
    await steps.run('Compressing what the page loads', () => compressFolder(client));
    await writeStamp(folder, stamp);
  });
}
