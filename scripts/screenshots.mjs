import { Failure, runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { Steps } from './lib/steps.mjs';

// `npm run screenshots` takes pictures of every section in both themes and three widths, to be looked at;
// `npm run screenshots -- --accept` makes what the page looks like now what it is to look like.
requireNode();
await runScript(async () => {
  const [option] = process.argv.slice(2);
  if (option !== undefined && option !== '--accept')
    throw new Failure(`Unknown option ${option}: there is only --accept.`);
  const steps = new Steps();
  await install(steps, { dev: true });
  const { ensureBuilt } = await import('./lib/ensure-built.mjs');
  const { bundleSource } = await import('./lib/bundle-source.mjs');
  await ensureBuilt(steps);
  const { run } = await bundleSource('test/screenshots/make.ts');
  await run(option === '--accept');
});
