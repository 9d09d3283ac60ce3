import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { gatherTypes, type ReadType } from './gather-types.ts';
import { leanRedis } from './lean-redis.ts';
import { librariesFrom } from './libraries-from.ts';

const require = createRequire(import.meta.url);

/** What a cell's JavaScript may use of the language itself: all that the kernel's engine has. */
const LANGUAGE_LIBRARY = 'lib.esnext.d.ts';

/**
 * Every file of types that the editor knows, by path: `redis/` and `@redis/client/` from the
 * installed packages, `walrus/` from its own sources, `lib/` from TypeScript.
 */
export async function collectCellTypes(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const add = async (name: string, folder: string, entry: string, lean = plain) => {
    const found = await gatherTypes(entry, reader(folder));
    for (const [path, text] of Object.entries(found)) {
      files[`${name}/${path}`] = lean(`${name}/${path}`, text);
    }
  };
  await add('redis', dirname(require.resolve('redis')), 'index.d.ts', leanRedis);
  const client = require.resolve('@redis/client', { paths: [require.resolve('redis')] });
  await add('@redis/client', resolve(dirname(client)), 'index.d.ts', leanRedis);
  await add('walrus', resolve('walrus'), 'index.ts');
  for (const [name, text] of Object.entries(librariesFrom(LANGUAGE_LIBRARY, await libraries()))) {
    files[`lib/${name}`] = text;
  }
  return files;
}

function plain(_path: string, text: string): string {
  return text;
}

function reader(folder: string): ReadType {
  return async (path) => readFile(join(folder, path), 'utf8').catch(() => null);
}

/** TypeScript's own libraries, as Monaco brings them along with its compiler. */
async function libraries(): Promise<Record<string, string>> {
  const file = require.resolve('monaco-editor/languages/features/typescript/lib/lib');
  // Node takes the file for CommonJS, which it is not.
  const source = await readFile(file, 'utf8');
  const asModule = `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;
  const { libFileMap } = await import(/* @vite-ignore */ asModule);
  return libFileMap;
}
