import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The library as its users have it: plain JavaScript that Node loads itself. What a development
 * server makes of its sources looks up every import at every use, and would be measured along.
 */
export async function loadWalrus(): Promise<typeof import('../../walrus/index.ts')> {
  // Inside the project, so that `redis` is found, and is the same one that the others use.
  const folder = await mkdtemp(path.join(ROOT, 'node_modules', '.walrus-bench-'));
  try {
    const outfile = path.join(folder, 'walrus.mjs');
    await build({
      entryPoints: [path.join(ROOT, 'walrus', 'index.ts')],
      outfile,
      bundle: true,
      external: ['redis'],
      format: 'esm',
      platform: 'node',
      target: 'node20',
    });
    return await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
