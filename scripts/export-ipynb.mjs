import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { lessonsFolder, takeLessons } from './lib/lessons.mjs';
import { requireNode } from './lib/node-version.mjs';
import { Steps } from './lib/steps.mjs';

// `npm run export:ipynb` writes the notebook for Jupyter, a file for each dialect, into ./notebooks;
// `-- --out folder` writes it elsewhere, `-- --lessons folder` takes other lessons than those in tutorial/.
requireNode();
const steps = new Steps();

/** npm runs scripts in the project's folder, wherever it was called. */
const from = (process.env['npm_lifecycle_event'] && process.env['INIT_CWD']) || process.cwd();

function readOptions() {
  try {
    const options = /** @type {const} */ ({ out: { type: 'string' }, lessons: { type: 'string' } });
    return parseArgs({ options }).values;
  } catch {
    throw new Failure(
      'npm run export:ipynb has two options: --out and a folder to write to, --lessons and a folder of lessons.',
    );
  }
}

await runScript(async () => {
  const { out, lessons } = readOptions();
  takeLessons('npm run export:ipynb', lessons === undefined ? [] : ['--lessons', lessons]);
  await install(steps, { dev: false });
  const { withSource } = await import('./lib/with-source.mjs');
  /** @type {string[]} */
  const files = await steps.run('Making the notebooks', () =>
    withSource('src/build/export-notebooks.ts', async ({ exportNotebooks }) => {
      try {
        return await exportNotebooks(lessonsFolder(), path.resolve(from, out ?? 'notebooks'));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        throw new Failure(`No notebook was made: ${error.message}`);
      }
    }),
  );
  for (const file of files) console.log(`Written: ${path.relative(from, file)}`);
});
