import path from 'node:path';
import ts from 'typescript';
import type { ProjectFile } from './project-files.ts';

/** What a file imports: files of ours by their path from the root, packages by their name. */
export interface Imports {
  files: string[];
  packages: string[];
}

/** Reads static, dynamic, type-only and re-exporting imports of a TypeScript, JavaScript or Svelte file. */
export function importsOf(file: ProjectFile): Imports {
  const imports: Imports = { files: [], packages: [] };
  for (const { fileName } of ts.preProcessFile(scriptOf(file), true, true).importedFiles) {
    const [name = ''] = fileName.split('?');
    if (name === 'walrus') imports.files.push('walrus/index.ts');
    else if (name.startsWith('.'))
      imports.files.push(path.posix.join(path.posix.dirname(file.path), name));
    else imports.packages.push(packageName(name));
  }
  return imports;
}

/**
 * The same without imports that only name types: they are gone before any module is loaded, so two files
 * may name each other's types without depending on which is loaded first.
 */
export function valueImportsOf(file: ProjectFile): Imports {
  const typeOnly = /^\s*(import|export) type [^;]*? from '[^']*';/gm;
  return importsOf({ ...file, text: file.text.replace(typeOnly, '') });
}

function scriptOf({ path, text }: ProjectFile): string {
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n');
}

/** `monaco-editor/editor` belongs to `monaco-editor`, `node:fs/promises` to `node:fs`. */
function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
