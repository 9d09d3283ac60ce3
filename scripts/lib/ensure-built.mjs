import { isBuilt } from './build/stamp.mjs';
import { Failure } from './failure.mjs';
import { inRoot } from './root.mjs';
import { runProgram } from './run-program.mjs';

/**
 * Builds the site when a source has changed since. In a process of its own, so that the memory of the
 * build is given back before the server begins. Throws Failure with what the build printed.
 * @param {import('./steps.mjs').Steps} steps
 */
export async function ensureBuilt(steps) {
  if (await isBuilt()) return;
  await steps.run('Building Streambook', async (tell) => {
    const onLine = (/** @type {string} */ line) => {
      if (line.startsWith('… ')) tell(line.slice(2));
    };
    const { code, output } = await runProgram(process.execPath, [inRoot('scripts/build.mjs')], {
      onLine,
    });
    if (code !== 0)
      throw new Failure('Streambook could not be built: see above what failed.', output);
  });
}
