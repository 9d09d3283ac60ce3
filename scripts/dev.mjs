import { Steps } from './lib/steps.mjs';
import { runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { endWithNpm } from './lib/end-with-npm.mjs';
import { takeLessons } from './lib/lessons.mjs';
import { requireNode } from './lib/node-version.mjs';

// Page and server in one process; both follow every change of their sources, and of the lessons: those
// in tutorial/, or in another folder with `npm run dev -- --lessons folder`.
requireNode();
endWithNpm();
await runScript(async () => {
  takeLessons('npm run dev');
  await install(new Steps(), { dev: true });
  const { develop } = await import('./lib/dev/develop.mjs');
  await develop();
});
