import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Ends what a program has left when it is gone. bubblewrap that is killed in its first moments has begun
 * a process that has not asked yet to die with it, and would stay for good.
 * @param child leader of a process group of its own
 * @param inner pid of the first process behind the wall; rejects when there was none
 */
export function endWhole(child: ChildProcess, inner: Promise<number>): void {
  child.once('exit', () => {
    if (child.pid !== undefined) kill(-child.pid);
    inner.then(
      (pid) => isBubblewrap(pid) && kill(pid),
      () => undefined,
    );
  });
}

/** Its pid may have been given to another program since. */
function isBubblewrap(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--die-with-parent');
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Nobody is left, as it should be.
  }
}
