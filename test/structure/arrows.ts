import type { Imports } from './imports-of.ts';

/** What the code of a top-level folder may import besides itself. */
interface Arrow {
  folders: string[];
  /** null: any package. */
  packages: RegExp | null;
}

/** The direction in which the project's parts know each other. What is not listed may import all. */
const ARROWS: Record<string, Arrow> = {
  core: { folders: [], packages: /^(?!node:|redis$|ws$|vite$|svelte$)/ },
  walrus: { folders: [], packages: /^(redis|node:util)$/ },
  // The page shows the tutorial; only what runs inside the kernel imports the library.
  src: { folders: ['core', 'tutorial'], packages: null },
  server: { folders: ['core', 'walrus'], packages: null },
  tutorial: { folders: [], packages: /^$/ },
};

/** A test is no part of the product: it may also import what only tests use. */
const TEST = /\.test(-d)?\.ts$/;
const TEST_PACKAGES = /^(vitest|fast-check|node:.+)$/;

/** Sentences about imports of a file that point the wrong way; empty when all are right. */
export function wrongArrows(file: string, imports: Imports): string[] {
  const from = topFolder(file);
  const arrow = ARROWS[from];
  if (!arrow) return [];
  const isTest = TEST.test(file);
  const folders = [from, ...arrow.folders, ...(isTest ? ['test'] : [])];
  const wrongFiles = imports.files.filter((target) => !folders.includes(topFolder(target)));
  const wrongPackages = imports.packages.filter((name) => {
    if (isTest && TEST_PACKAGES.test(name)) return false;
    return arrow.packages !== null && !arrow.packages.test(name);
  });
  return [...wrongFiles, ...wrongPackages].map((target) => `${file} may not import ${target}`);
}

function topFolder(file: string): string {
  return file.split('/')[0] ?? '';
}
