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
  const { moduleGraph } = vite.environments.ssr;
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
  /** @type {Set<string>} modules that have changed */
  const changed = new Set();
  let haveAllChanged = false;
  /** @type {Promise<unknown>} one import at a time */
  let last = Promise.resolve();

  function takeChanges() {
    if (!haveAllChanged && changed.size === 0) return;
    // Without this, the runner is given the code of before.
    if (haveAllChanged) moduleGraph.invalidateAll();
    for (const id of changed) {
      const found = moduleGraph.getModuleById(id);
      if (found) moduleGraph.invalidateModule(found);
    }
    changed.clear();
    haveAllChanged = false;
    runner.clearCache();
  }

  return {
    import(file) {
      const imported = last.then(() => {
        takeChanges();
        return runner.import(file);
      });
      last = imported.catch(() => undefined);
      return imported;
    },
    // Taken in before the next import: what is forgotten while it is being imported would never come.
    forget(only) {
      if (only === undefined) haveAllChanged = true;
      else changed.add(only);
    },
  };
}
