import { runnerImport } from 'vite';
import { inRoot, ROOT } from './root.mjs';

/**
 * Imports one of our TypeScript files, which Node.js 20 cannot do itself.
 * @param {string} file relative to the project: `server/redis/find-binary.ts`
 * @returns {Promise<any>} its exports
 */
export async function importSource(file) {
  const alias = [{ find: /^walrus$/, replacement: inRoot('walrus', 'index.ts') }];
  const { module } = await runnerImport(inRoot(file), { root: ROOT, resolve: { alias } });
  return module;
}
