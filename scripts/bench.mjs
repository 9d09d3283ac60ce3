import { readdir } from 'node:fs/promises';
import { Failure, runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inRoot } from './lib/root.mjs';
import { Steps } from './lib/steps.mjs';

// `npm run bench -- walrus` runs what bench/walrus.ts exports as run(); without a name, all of them.
requireNode();
await runScript(async () => {
  await install(new Steps(), { dev: true });
  const { bundleSource } = await import('./lib/bundle-source.mjs');
  const files = await readdir(inRoot('bench')).catch(() => []);
  const known = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown) {
    throw new Failure(`There is no benchmark "${unknown}": choose among ${known.join(', ')}.`);
  }
  if (chosen.length === 0) console.log(`Benchmarks: ${known.join(', ')}`);
  for (const name of chosen.length === 0 ? known : chosen) {
    const { run } = await bundleSource(`bench/${name}.ts`);
    if (typeof run !== 'function') continue;
    console.log(`\n${name}`);
    await run();
  }
});
