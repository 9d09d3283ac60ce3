import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PACKAGES: Record<string, string> = {
  'linux-x64': '@deno/linux-x64-glibc',
  'linux-arm64': '@deno/linux-arm64-glibc',
  'darwin-x64': '@deno/darwin-x64',
  'darwin-arm64': '@deno/darwin-arm64',
  'win32-x64': '@deno/win32-x64',
  'win32-arm64': '@deno/win32-arm64',
};

/**
 * The path of the Deno binary that the `deno` package brings for this platform. It is taken from the
 * platform's package itself, because npm may have blocked the install script that would link it.
 * @throws Error with what to do when this platform has none or it was not installed
 */
export function denoBinary(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) throw new Error(`Kernels need Deno, which has no build for ${platform}.`);
  const require = createRequire(import.meta.url);
  const folder = path.dirname(resolve(require, `${name}/package.json`));
  const file = path.join(folder, process.platform === 'win32' ? 'deno.exe' : 'deno');
  if (!existsSync(file))
    throw new Error(
      `${name} is there, but its binary is not: delete node_modules and start again.`,
    );
  return file;
}

function resolve(require: NodeJS.Require, file: string): string {
  try {
    // Nested in the `deno` package, or hoisted beside it.
    return createRequire(require.resolve('deno/package.json')).resolve(file);
  } catch {
    throw new Error(
      `${path.dirname(file)} is not installed: run "npm install" again without --no-optional.`,
    );
  }
}
