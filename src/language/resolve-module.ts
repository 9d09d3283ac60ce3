import { cellFile, slugOfModule } from './cell-file.ts';

/** Where the files of types are, beside the cells. */
export const TYPES_FOLDER = '/types/';

/** What cells can import from packages, and the first file of each. */
const PACKAGES: Record<string, string> = {
  walrus: 'walrus/index.ts',
  redis: 'redis/index.d.ts',
  '@redis/client': '@redis/client/index.d.ts',
};

/**
 * The file that an import means; null when there is none: a built-in of Node, which the prelude
 * declares, or a mistake.
 * @param exists tells whether there is a file
 */
export function resolveModule(
  name: string,
  from: string,
  exists: (file: string) => boolean,
): string | null {
  const slug = slugOfModule(name);
  if (slug !== null) return known([cellFile(slug)], exists);
  const entry = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
  if (entry !== undefined) return known([TYPES_FOLDER + entry], exists);
  if (name.startsWith('@redis/client/dist/')) {
    return known(candidates(`${TYPES_FOLDER}${name.replace('/dist/', '/')}`), exists);
  }
  // Only packages have files beside each other.
  if (!name.startsWith('.') || !from.startsWith(TYPES_FOLDER)) return null;
  return known(candidates(new URL(name, `file://${from}`).pathname), exists);
}

function candidates(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return [`${path.replace(/\.js$/, '')}.d.ts`, `${path.replace(/\/$/, '')}/index.d.ts`];
}

function known(files: string[], exists: (file: string) => boolean): string | null {
  return files.find(exists) ?? null;
}
