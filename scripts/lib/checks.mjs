import { runNpm } from './npm.mjs';
import { inRoot } from './root.mjs';
import { runProgram } from './run-program.mjs';

/**
 * A thing that must hold besides the tests.
 * @typedef {{ name: string, run: () => Promise<import('./run-program.mjs').Ended> }} Check
 */

/**
 * Runs the program of an installed package with this Node.js.
 * @param {string} script inside node_modules
 * @param {string[]} args
 */
function tool(script, ...args) {
  return runProgram(process.execPath, [inRoot('node_modules', script), ...args]);
}

/**
 * The build comes first: tests need it.
 * @type {[Check, ...Check[]]}
 */
export const CHECKS = [
  { name: 'build', run: () => runProgram(process.execPath, [inRoot('scripts', 'build.mjs')]) },
  {
    // Of components and of every other file that tsconfig.json names.
    name: 'types',
    run: () =>
      tool('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'),
  },
  { name: 'lint', run: () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'format', run: () => tool('prettier/bin/prettier.cjs', '--check', '.') },
  {
    name: 'lock file',
    run: () => runNpm(['ci', '--dry-run', '--ignore-scripts', '--include=dev']),
  },
];

/**
 * Runs checks one after the other, and prints a line for each when it is done, with its output when
 * it failed.
 * @param {Check[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(checks) {
  const count = { passed: 0, failed: 0 };
  for (const check of checks) {
    const began = Date.now();
    const { code, output } = await check.run();
    const mark = code === 0 ? '✓' : '✗';
    console.log(`${mark} Check: ${check.name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '    '));
    count[code === 0 ? 'passed' : 'failed'] += 1;
  }
  return count;
}
