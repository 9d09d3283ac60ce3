import { createServerModuleRunner } from 'vite';

/**
 * Our TypeScript files as modules of this process, which can be forgotten and imported anew.
 * @typedef {{ import(file: string): Promise<any>, forget(only?: string): void }} Sources
 */

/**
 * @param {import('vite').ViteDevServer} vite
 * @returns {Sources}
 */
export function sourcesOf(vite) {
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
  return {
    import: (file) => runner.import(file),
    forget(only) {
      // Without this, the runner is given the code of before. `only`: of the one module that has changed.
      const { moduleGraph } = vite.environments.ssr;
      const changed = only === undefined ? undefined : moduleGraph.getModuleById(only);
      if (changed) moduleGraph.invalidateModule(changed);
      else moduleGraph.invalidateAll();
      runner.clearCache();
    },
  };
}
