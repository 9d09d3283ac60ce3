import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './run-program.mjs';

/**
 * Runs npm quietly and collects what it prints.
 * @param {string[]} args
 * @returns {Promise<import('./run-program.mjs').Ended>}
 */
export function runNpm(args) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // Its own pauses between tries let somebody without a network wait for more than a minute.
  quiet.push('--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000');
  const script = npmScript();
  if (script) return runProgram(process.execPath, [script, ...args, ...quiet]);
  const shell = process.platform === 'win32';
  return runProgram('npm', [...args, ...quiet], { shell });
}

/** npm's own JavaScript: the one that runs us, or the one beside this Node.js. It needs no shell. */
function npmScript() {
  const node = path.dirname(process.execPath);
  const inside = ['node_modules', 'npm', 'bin', 'npm-cli.js'];
  const running = process.env['npm_execpath'];
  const candidates = [path.join(node, ...inside), path.join(node, '..', 'lib', ...inside)];
  if (running && path.basename(running) === 'npm-cli.js') candidates.unshift(running);
  return candidates.find((file) => existsSync(file));
}
