/** The compiler that comes with Monaco, which ships it without types. */
declare module 'monaco-editor/languages/features/typescript/lib/typescriptServices' {
  export const typescript: typeof import('typescript');
}

/** Types of what cells can import, by path; made by src/build/cell-types-plugin.ts. */
declare module 'virtual:cell-types' {
  export const cellTypes: Record<string, string>;
}
