import { spawn } from 'node:child_process';
import { endWithUs } from './children.mjs';
import { ROOT } from './root.mjs';

/**
 * How a program ended.
 * @typedef {{ code: number, output: string }} Ended
 */

/**
 * Runs a program in the project's folder, with nothing on its standard input, and collects what it
 * prints. Resolves also when it fails; a program that cannot be started has the code 127.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, onLine?: (line: string) => void }} [options]
 * @returns {Promise<Ended>}
 */
export function runProgram(file, args, { env = process.env, shell = false, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: ROOT, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    endWithUs(child);
    let output = '';
    let rest = '';
    const take = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString();
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 130 : 1), output }));
  });
}

/**
 * Runs a program that shares this terminal and resolves with its exit code.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runVisibly(file, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
    endWithUs(child);
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}
