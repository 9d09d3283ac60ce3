const FOLDER = '/cells/';
const SCHEME = 'cell:';

/** The file under which the compiler knows a cell. */
export function cellFile(slug: string): string {
  return `${FOLDER}${slug}.ts`;
}

/** The cell of a file; null for a file of types. */
export function slugOfFile(file: string): string | null {
  return file.startsWith(FOLDER) ? file.slice(FOLDER.length, -'.ts'.length) : null;
}

/** How one cell names another in an import. */
export function cellModule(slug: string): string {
  return SCHEME + slug;
}

/** The cell that an import names; null when it names none. */
export function slugOfModule(module: string): string | null {
  return module.startsWith(SCHEME) ? module.slice(SCHEME.length) : null;
}
