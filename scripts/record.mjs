import path from 'node:path';
import { Failure, runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { lessonsFolder, takeLessons } from './lib/lessons.mjs';
import { requireNode } from './lib/node-version.mjs';
import { Steps } from './lib/steps.mjs';

// `npm run record` runs the notebook in every dialect and stores what each cell did beside its lesson;
// `npm run record -- --lessons folder` does so for other lessons than those in tutorial/.
requireNode();
const steps = new Steps();

await runScript(async () => {
  takeLessons('npm run record');
  const folder = lessonsFolder();
  await install(steps, { dev: true });
  const { obtainRedis } = await import('./lib/obtain-redis.mjs');
  await obtainRedis(steps);
  const { withSource } = await import('./lib/with-source.mjs');
  /** @type {string[]} */
  const changed = await steps.run('Running the notebook, twice in each dialect', () =>
    withSource('test/tutorial/recorder/record.ts', async ({ buildAndRecord }) => {
      try {
        return await buildAndRecord(folder);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        throw new Failure('Nothing was recorded: see above why.', error.message);
      }
    }),
  );
  console.log(
    changed.length === 0
      ? 'Every cell does what was recorded of it: nothing has changed.'
      : `What cells do has changed: ${changed.join(', ')}. See the differences before you keep them: git diff ${path.relative(process.cwd(), folder) || '.'}`,
  );
});
