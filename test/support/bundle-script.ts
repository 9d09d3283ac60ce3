import path from 'node:path';
import { build } from 'esbuild';
import { KERNEL_FOLDER } from './kernel-folder.ts';

/**
 * Makes a script of TypeScript one file that Node runs in a process of its own. It is written inside
 * the project, so that it finds the packages that it imports; whoever asked for it removes it.
 * @returns its path
 */
export async function bundleScript(file: string): Promise<string> {
  const name = `${path.basename(file, '.ts')}-${process.pid}.mjs`;
  const outfile = path.join(path.dirname(KERNEL_FOLDER), name);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return outfile;
}
