import { createServer, createServerModuleRunner } from 'vite';
import { inRoot, ROOT } from './root.mjs';

/**
 * Imports one of our TypeScript files, which Node.js 20 cannot do itself, and hands its exports to `use`.
 * What they import later on must come before `use` has ended.
 * @template T
 * @param {string} file relative to the project: `server/redis/find-binary.ts`
 * @param {(exports: any) => Promise<T>} use
 * @returns {Promise<T>} what `use` resolves with
 */
export async function withSource(file, use) {
  const vite = await createServer({
    root: ROOT,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: [{ find: /^walrus$/, replacement: inRoot('walrus', 'index.ts') }] },
  });
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
  try {
    return await use(await runner.import(inRoot(file)));
  } finally {
    await runner.close();
    await vite.close();
  }
}
