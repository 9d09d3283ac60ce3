import type { Plugin } from 'vite';
import { collectCellTypes } from './cell-types/collect-cell-types.ts';

const moduleId = 'virtual:cell-types';
const resolvedId = `\0${moduleId}`;

/** Gives the language worker the types of all that a cell can import, as the module `virtual:cell-types`. */
export function cellTypesPlugin(): Plugin {
  return {
    name: 'streambook:cell-types',
    resolveId(id) {
      return id === moduleId ? resolvedId : null;
    },
    async load(id) {
      if (id !== resolvedId) return null;
      const files = JSON.stringify(await collectCellTypes());
      // Read by the parser of JSON, which is several times faster than that of JavaScript.
      return `export const cellTypes = JSON.parse(${JSON.stringify(files)});`;
    },
  };
}
