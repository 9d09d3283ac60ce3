import type { ImportBinding } from './import-binding.ts';

/** Lets a script print what lies deep in a value, as the notebook does, and what that takes. */
export function deepPrinting(inspect: string): { binding: ImportBinding; setting: string } {
  return {
    binding: { module: 'node:util', imported: 'inspect', local: inspect, isType: false },
    setting: `// Node prints an object to the second level only, unless it is told otherwise.
${inspect}.defaultOptions.depth = null;`,
  };
}
