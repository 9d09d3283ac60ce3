import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A process that a server has started. */
export interface Child {
  pid: number;
  /** The word of its command line that its server wrote down: `deno`, or the name of the Redis binary. */
  program: string;
}

/**
 * A temporary folder for the servers of one test file, so that it sees its own and no other's. It is
 * looked at in one go: a server of this process removes nothing between the name of a file and its text.
 */
export class OwnTemporaryFolder {
  readonly path: string;
  #before = process.env['TMPDIR'];

  private constructor(folder: string) {
    this.path = folder;
    process.env['TMPDIR'] = folder;
  }

  static async make(): Promise<OwnTemporaryFolder> {
    // Short: the path of a unix socket may have 100 characters.
    const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'sb-')));
    // As a folder for temporary files is: what is confined may be another user, when this one is root.
    await chmod(folder, 0o711);
    return new OwnTemporaryFolder(folder);
  }

  /** Every file and folder of servers; the folder that all of one user share may stay, empty. */
  left(): string[] {
    const names = readdirSync(this.path, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => !/^streambook-[^\\/]+$/.test(name)).sort();
  }

  /** The processes that servers have written down and not yet forgotten. */
  children(): Child[] {
    const files = this.left().filter((name) => /^\d+\.pid$/.test(path.basename(name)));
    return files.map((name) => ({
      pid: Number.parseInt(path.basename(name)),
      program: readFileSync(path.join(this.path, name), 'utf8'),
    }));
  }

  kernels(): Child[] {
    return this.children().filter(({ program }) => program === 'deno');
  }

  redises(): Child[] {
    return this.children().filter(({ program }) => program !== 'deno');
  }

  async remove(): Promise<void> {
    if (this.#before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = this.#before;
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Kills processes, of which some may have ended in the meantime. */
export function killAll(children: readonly Child[]): void {
  for (const child of children) if (isRunning(child)) process.kill(child.pid, 'SIGKILL');
}

/** Whether a process is there and not merely a name that waits to be reaped. */
export function isRunning({ pid }: Child): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync('/proc/self/stat') || !/\) [ZX] /.test(readStatus(status));
}

function readStatus(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ') X ';
  }
}
