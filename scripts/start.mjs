import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { distFolder } from './lib/build/dist-folder.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { endWithNpm } from './lib/end-with-npm.mjs';
import { requireNode } from './lib/node-version.mjs';
import { takeLessons } from './lib/lessons.mjs';
import { Steps } from './lib/steps.mjs';

// From a fresh clone to a server that answers. Whatever is there already takes no time again.
// `npm start -- --lessons folder` serves other lessons than those in tutorial/.
requireNode();
endWithNpm();
await runScript(async () => {
  takeLessons(process.env['STREAMBOOK_WORKSHOP'] ? 'npm run workshop' : 'npm start');
  const steps = new Steps();
  if (!existsSync(distFolder())) steps.note('The first start takes about a minute.');
  await install(steps, { dev: false });
  await ensureBuilt(steps);
  process.env['NODE_ENV'] ??= 'production';
  await import(pathToFileURL(path.join(distFolder(), 'server', 'main.js')).href);
});
