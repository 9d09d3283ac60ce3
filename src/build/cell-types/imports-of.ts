/** What a file of types asks for: `from '…'`, `import '…'`, `import('…')`. */
const IMPORT = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

/** The modules that a text of TypeScript names, each once. */
export function importsOf(text: string): string[] {
  return [...new Set([...text.matchAll(IMPORT)].map(([, name = '']) => name))];
}
