import { posix } from 'node:path';
import { importsOf } from './imports-of.ts';

/** Gives the text of a file by its path inside the package; null when there is none. */
export type ReadType = (path: string) => Promise<string | null>;

/**
 * All files of types that can be reached from an entry by relative imports, by path. What a file
 * imports from other packages is not followed.
 * @throws when a relative import leads nowhere: the types would silently be worth less
 */
export async function gatherTypes(entry: string, read: ReadType): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (path in files) continue;
    const text = await read(path);
    if (text === null) throw new Error(`The types of cells need ${path}, which is not there.`);
    files[path] = text;
    for (const name of importsOf(text)) {
      if (name.startsWith('.')) waiting.push(await resolve(name, path, read));
    }
  }
  return files;
}

async function resolve(name: string, from: string, read: ReadType): Promise<string> {
  const target = posix.join(posix.dirname(from), name);
  const candidates = target.endsWith('.ts')
    ? [target]
    : [`${target.replace(/\.js$/, '')}.d.ts`, posix.join(target, 'index.d.ts')];
  for (const candidate of candidates) {
    if ((await read(candidate)) !== null) return candidate;
  }
  throw new Error(`${from} imports ${name}, which the types of cells do not have.`);
}
