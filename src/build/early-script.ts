import { createHash } from 'node:crypto';
import { build as bundle } from 'esbuild';
import type { Plugin } from 'vite';
import { hasServer } from './has-server.ts';

const ENTRY = 'src/entry-early.ts';

/**
 * Gives the built page a small script of its own that is run before all others are there. Vite would put
 * it into one file with the rest.
 */
export function earlyScript(): Plugin {
  let src = '';
  return {
    name: 'streambook:early-script',
    // Pages without a server have nobody to say hello to.
    apply: (config, { command, isSsrBuild }) =>
      command === 'build' && !isSsrBuild && hasServer(config),
    async buildStart() {
      const { outputFiles } = await bundle({
        entryPoints: [ENTRY],
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2023',
        write: false,
      });
      const source = outputFiles[0]?.contents ?? '';
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      const fileName = `assets/early-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      src = `/${fileName}`;
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { type: 'module', async: true, src }, injectTo: 'head' },
    ],
  };
}
