import type { Plugin } from 'vite';

const EMPTY = '\0streambook:no-editor';

/**
 * Leaves the editor out where the page is rendered to HTML: nothing of it runs there, and to bundle it
 * takes longer than all the rest.
 */
export function withoutEditor(): Plugin {
  return {
    name: 'streambook:without-editor',
    enforce: 'pre',
    resolveId(id) {
      const isServer = this.environment.name === 'ssr';
      return isServer && id.endsWith('/load-workbench.ts') ? EMPTY : null;
    },
    load(id) {
      return id === EMPTY ? 'export const loadWorkbench = null;' : null;
    },
  };
}
