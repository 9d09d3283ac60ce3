import { createServerModuleRunner } from 'vite';

/**
 * Our TypeScript files as modules of this process, which can be forgotten and imported anew.
 * @typedef {{ import(file: string): Promise<any>, forget(): void }} Sources
 */

/**
 * @param {import('vite').ViteDevServer} vite
 * @returns {Sources}
 */
export function sourcesOf(vite) {
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
  return {
    import: (file) => runner.import(file),
    forget() {
      // Without the first, the runner is given the code of before.
      vite.environments.ssr.moduleGraph.invalidateAll();
      runner.clearCache();
    },
  };
}
