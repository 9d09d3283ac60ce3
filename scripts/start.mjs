import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { endWithNpm } from './lib/end-with-npm.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inRoot } from './lib/root.mjs';
import { Steps } from './lib/steps.mjs';

// From a fresh clone to a server that answers. Whatever is there already takes no time again.
requireNode();
endWithNpm();
await runScript(async () => {
  const steps = new Steps();
  if (!existsSync(inRoot('dist'))) steps.note('The first start takes about a minute.');
  await install(steps, { dev: false });
  await ensureBuilt(steps);
  process.env['NODE_ENV'] ??= 'production';
  await import(pathToFileURL(inRoot('dist/server/main.js')).href);
});
