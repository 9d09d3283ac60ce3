import { readFile } from 'node:fs/promises';
import { Failure } from './failure.mjs';
import { hasDevPackages, missingPackages } from './missing-packages.mjs';
import { npmFailure } from './npm-failure.mjs';
import { runNpm } from './npm.mjs';
import { inRoot } from './root.mjs';

/**
 * Installs what package-lock.json asks for, if it is not there. No install script is run: none is needed.
 * Throws Failure with what to do.
 * @param {import('./steps.mjs').Steps} steps
 * @param {{ dev: boolean }} options whether packages for tests and development are needed
 */
export async function install(steps, { dev }) {
  const lock = await readLock(inRoot('package-lock.json'));
  const installed = await readLock(inRoot('node_modules', '.package-lock.json'));
  if (missingPackages(lock, installed, { dev }).length === 0) return;
  // Whoever has a full tree keeps one.
  const all = dev || hasDevPackages(installed);
  const args = ['ci', '--ignore-scripts', all ? '--include=dev' : '--omit=dev'];
  await steps.run('Installing packages', async () => {
    const { code, output } = await runNpm(args);
    if (code !== 0) throw new Failure(npmFailure(output), output);
  });
}

/**
 * @param {string} file
 * @returns {Promise<import('./missing-packages.mjs').Lock>}
 */
async function readLock(file) {
  const text = await readFile(file, 'utf8').catch(() => '{"packages":{}}');
  return JSON.parse(text);
}
