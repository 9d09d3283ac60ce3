import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RunFolder } from '../state/run-folder.ts';
import { onPath } from './binary/on-path.ts';
import { parseVersion } from './binary/parse-version.ts';
import type { RedisBinary } from './find-binary.ts';

/**
 * Runs `--version` of a redis-server behind the wall, where a script that starts the real one, or a
 * program that needs more than its libraries, does not run.
 * @returns that it does not, and why; null where it does, or where there is no wall
 */
export async function whyNotBehind(
  binary: RedisBinary,
  sandbox: Sandbox,
  folder: RunFolder,
): Promise<string | null> {
  if (!sandbox.wall) return null;
  const file = (await onPath(binary.path)) ?? binary.path;
  const attempt = () => run(file, binary, sandbox, folder).catch(String);
  // Once more: one moment without memory would leave the server without a wall until its end.
  const reason = (await attempt()) === null ? null : await attempt();
  return reason === null ? null : `${file} does not run behind bubblewrap (${reason})`;
}

/** null when it has told its version, otherwise what it has said. */
async function run(
  file: string,
  { env }: RedisBinary,
  sandbox: Sandbox,
  folder: RunFolder,
): Promise<string | null> {
  const name = `/${path.basename(file)}`;
  const { child, confined } = await sandbox.start({
    command: { file: name, args: ['--version'], env },
    confinement: {
      mounts: [{ from: file, to: name }],
      sockets: [],
      limits: { memoryMb: 256, threads: 32, openFiles: 64, fileMb: 1 },
    },
    folder,
    stdout: 'pipe',
    cwd: '/',
  });
  const ended = once(child, 'close');
  const read = async (stream: NodeJS.ReadableStream | null) => (stream ? text(stream) : '');
  const [out, err] = await Promise.all([read(child.stdout), read(child.stderr), ended, confined]);
  return parseVersion(out) ? null : err.trim().split('\n').at(-1) || 'it says nothing';
}
