import { build, type Plugin } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** Node's own modules that `redis` asks for with require(); Deno has them, its bundle needs a require. */
const REQUIRE = `import{createRequire as __c}from'node:module';const require=__c('file:///boot.mjs');`;

/**
 * Bundles all that runs inside a kernel (boot file, `walrus`, `redis`) into `<outDir>/boot.mjs`, so
 * that the kernel needs no permission to read files.
 * @throws esbuild's BuildFailure
 */
export async function buildKernelFiles(outDir: string): Promise<void> {
  await build({
    entryPoints: [local('inside/boot.ts')],
    outfile: `${outDir}/boot.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2023',
    keepNames: true,
    // Each kernel reads it anew: what is shorter starts sooner. Names stay, for stack traces.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    banner: { js: REQUIRE },
    define: {
      'process.env.REDIS_DEBUG_MAINTENANCE': 'undefined',
      'process.env.REDIS_EMIT_DIAGNOSTICS': 'undefined',
    },
    plugins: [ownModules],
  });
}

/** `walrus` is ours; the `redis` that it imports is the one led to the learner's Redis. */
const ownModules: Plugin = {
  name: 'own-modules',
  setup(build) {
    build.onResolve({ filter: /^walrus$/ }, () => ({ path: local('../../walrus/index.ts') }));
    build.onResolve({ filter: /^redis$/ }, ({ importer }) =>
      /[\\/]walrus[\\/]/.test(importer) ? { path: local('inside/redis-module.ts') } : undefined,
    );
  },
};

function local(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
