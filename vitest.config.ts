import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const resolve = {
  alias: [
    { find: /^walrus$/, replacement: fileURLToPath(new URL('walrus/index.ts', import.meta.url)) },
  ],
};
const globalSetup = ['test/support/global-setup.ts'];
// One second, the default, is soon over on a busy machine.
const expect = { poll: { timeout: 20_000 } };
// Tests of a worker share what they import: to load it anew for each file took a third of the time.
const isolate = false;

/**
 * unit: beside the files they test, nothing but this process. integration: real servers and kernels.
 * browser: a real Chromium, one page at a time, after everything else.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [svelte()],
        resolve,
        test: {
          name: 'unit',
          isolate,
          include: ['{core,server,walrus,src}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          isolate,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          isolate,
          include: ['test/browser/**/*.test.ts'],
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          expect,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
