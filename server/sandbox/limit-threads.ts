import os from 'node:os';
import { runCommand } from '../redis/binary/run-command.ts';
import { behind } from './command-line.ts';

const TIMEOUT_MS = 10_000;

/**
 * Bounds the threads and processes of a process in a user namespace of its own. From Linux 5.14 on
 * they are counted in that namespace; before, all of the same user would share one bound, so it is left out.
 * @param identity options of setpriv that make one the user of that process: root in a container may
 * lack the right to bound others
 * @throws Error when the system refuses it
 */
export async function limitThreads(
  tools: { prlimit: string; setpriv: string },
  identity: readonly string[],
  pid: number,
  threads: number,
): Promise<void> {
  if (!countsThreadsByNamespace(os.release())) return;
  const args = ['--pid', String(pid), `--nproc=${threads}`];
  const { file, args: all } = behind(tools.setpriv, identity, {
    file: tools.prlimit,
    args,
    env: {},
  });
  await runCommand(file, [...all], { timeout: TIMEOUT_MS });
}

/** @param release as `uname -r` says it: `6.1.0-18-amd64` */
export function countsThreadsByNamespace(release: string): boolean {
  const [major = 0, minor = 0] = release.split('.').map((part) => Number.parseInt(part));
  return major > 5 || (major === 5 && minor >= 14);
}
