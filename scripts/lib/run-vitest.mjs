import { readFile, rm } from 'node:fs/promises';
import { countResults } from './count-results.mjs';
import { inRoot } from './root.mjs';
import { runVisibly } from './run-program.mjs';

/**
 * Runs the tests in this terminal and counts them.
 * @param {string[]} args for vitest: parts of file names, `-t name`, …
 * @param {NodeJS.ProcessEnv} env
 */
export async function runVitest(args, env) {
  const file = inRoot('.cache', 'vitest.json');
  await rm(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const code = await runVisibly(process.execPath, [vitest, 'run', ...reporters, ...args], env);
  const report = await readFile(file, 'utf8').then(JSON.parse, () => null);
  return countResults(report, code);
}
