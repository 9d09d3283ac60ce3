import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { DENO_NAMES } from '../../core/ipynb/deno-names.ts';

const ENTRY = fileURLToPath(new URL('../../walrus/index.ts', import.meta.url));

/**
 * The library as one JavaScript module, for a notebook that brings it along: it is not on npm.
 * @throws esbuild's BuildFailure
 */
export async function libraryForDeno(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'es2023',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [
      {
        name: 'redis-for-deno',
        setup({ onResolve }) {
          onResolve({ filter: /^redis$/ }, () => ({
            path: DENO_NAMES.get('redis') ?? 'redis',
            external: true,
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
