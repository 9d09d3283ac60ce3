import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const walrus = fileURLToPath(new URL('walrus/index.ts', import.meta.url));

/** The production server: our own files in one, every package left where npm put it. */
export default defineConfig({
  resolve: { alias: [{ find: /^walrus$/, replacement: walrus }] },
  publicDir: false,
  build: {
    ssr: 'server/main.ts',
    outDir: 'dist/server',
    target: 'node20',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
});
