import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { distFolder } from './lib/build/dist-folder.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { Failure, runScript } from './lib/failure.mjs';
import { importedPackages } from './lib/pack/imported-packages.mjs';
import { neededPackages } from './lib/pack/needed-packages.mjs';
import { takeLessons } from './lib/lessons.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inRoot } from './lib/root.mjs';
import { Steps } from './lib/steps.mjs';

// `node scripts/pack.mjs <folder>`: puts the built server into a folder of its own, with the packages
// that it loads and nothing else, ready for `node <folder>/dist/server/main.js` on a machine like this;
// with `--lessons folder`, it serves those.
requireNode();
await runScript(async () => {
  const [target] = takeLessons('node scripts/pack.mjs <folder>', process.argv.slice(2), 1);
  if (!target) throw new Failure('Say where to: node scripts/pack.mjs <folder>');
  const steps = new Steps();
  await ensureBuilt(steps);
  await steps.run('Packing the server', async () => {
    const lock = JSON.parse(await readFile(inRoot('node_modules', '.package-lock.json'), 'utf8'));
    const server = await readFile(path.join(distFolder(), 'server', 'main.js'), 'utf8');
    // Deno is no module: the server looks for its package by name.
    const places = neededPackages(lock, [...importedPackages(server), 'deno']);
    await mkdir(target, { recursive: true });
    await cp(distFolder(), path.join(target, 'dist'), { recursive: true });
    for (const place of places) {
      const nested = path.join(inRoot(place), 'node_modules');
      await cp(inRoot(place), path.join(target, place), {
        recursive: true,
        filter: (file) => file !== nested,
      });
    }
    const { name, version, type } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
    const own = { name, version, type, private: true };
    await writeFile(path.join(target, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  });
});
