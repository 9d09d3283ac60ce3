import typescript from 'shiki/langs/typescript.mjs';
import type { Plugin } from 'vite';
import { translatedPatterns } from '../highlight/translate-patterns.ts';

const moduleId = 'virtual:patterns';
const resolvedId = `\0${moduleId}`;

/**
 * Gives the page the patterns of the TypeScript grammar as expressions of JavaScript, in the module
 * `virtual:patterns`: to translate them there would hold up the first key by a fifth of a second.
 */
export function patternsPlugin(): Plugin {
  return {
    name: 'streambook:patterns',
    resolveId: (id) => (id === moduleId ? resolvedId : null),
    load: (id) =>
      id === resolvedId
        ? `export const patterns = new Map(${JSON.stringify(translatedPatterns(typescript))});`
        : null,
  };
}
