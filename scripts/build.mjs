import { requireNode } from './lib/node-version.mjs';
import { runScript } from './lib/failure.mjs';
import { Steps } from './lib/steps.mjs';

requireNode();
await runScript(async () => {
  const { buildAll } = await import('./lib/build/build-all.mjs');
  await buildAll(new Steps());
});
