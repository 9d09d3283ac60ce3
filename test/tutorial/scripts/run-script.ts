import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { denoBinary } from '../../../server/kernel/deno-binary.ts';
import { stripTypes } from '../../../server/kernel/transpile/strip-types.ts';
import type { ScriptFolder } from './script-folder.ts';

/** What runs scripts. */
export type Runtime = 'node' | 'tsx' | 'deno';

/** How a script ended. */
export interface Ended {
  /** null when it did not end by itself. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A script that has not closed what it opened would run for ever. */
const LONGEST_MS = 40_000;

/** True when this Node.js runs TypeScript as it is; for an older one, it is made what Node would make of it. */
const STRIPS_TYPES = atLeast(22, 18);

/** Writes a script as this Node.js can run it, and gives its file. */
export async function writeForNode(
  folder: ScriptFolder,
  name: string,
  text: string,
): Promise<string> {
  const file = path.join(folder.path, STRIPS_TYPES ? name : name.replace(/mts$/, 'mjs'));
  await writeFile(file, STRIPS_TYPES ? text : stripTypes(text));
  return file;
}

/** Runs a script as its head says, with a Redis of its own. */
export async function runScript(
  runtime: Runtime,
  folder: ScriptFolder,
  script: { file: string; text: string },
  redisUrl: string,
): Promise<Ended> {
  // One script may be run in several ways at once.
  const name = `${runtime}-${script.file}`;
  let file = path.join(folder.path, name);
  if (runtime === 'node') file = await writeForNode(folder, name, script.text);
  else await writeFile(file, script.text);
  const [program, args] = commandOf(runtime, file);
  const { CI, PATH, HOME } = process.env;
  const env = { CI, PATH, HOME, REDIS_URL: redisUrl, DENO_DIR: path.join(folder.path, '.deno') };
  return new Promise((resolve) => {
    const options = { cwd: folder.path, env, timeout: LONGEST_MS };
    const child = execFile(program, args, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

function commandOf(runtime: Runtime, file: string): [string, string[]] {
  switch (runtime) {
    case 'node':
      return [process.execPath, [file]];
    case 'tsx':
      return [process.execPath, ['--import', import.meta.resolve('tsx'), file]];
    case 'deno':
      return [denoBinary(), ['run', '--no-prompt', '--allow-net', '--allow-env', file]];
  }
}

function atLeast(major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
