import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Attempts to make the folder while other servers end. */
const MAX_TRIES = 5;

/**
 * The private folder of one server: sockets, and the pids of its children, so that the next server
 * can end what a killed one left behind. Mode 0700; gone with close().
 */
export class RunFolder {
  readonly path: string;
  #base: string;
  #next = 1;

  private constructor(base: string, folder: string) {
    this.#base = base;
    this.path = folder;
  }

  /** Makes this server's folder, after ending and removing what servers that are dead have left. */
  static open(base = defaultBase()): RunFolder {
    for (let tries = 1; ; tries++) {
      try {
        mkdirSync(base, { recursive: true, mode: 0o700 });
        refuseForeign(base);
        sweep(base);
        const folder = mkdtempSync(path.join(base, `${process.pid}-`));
        return new RunFolder(base, folder);
      } catch (error) {
        if (isFull(error)) throw noSpace(base, error);
        // Another server that ends at this moment takes the folder of all with it, if it is empty.
        if (!isMissing(error) || tries === MAX_TRIES) throw error;
      }
    }
  }

  /** A new folder inside, for one Redis. The name is short: the path of a socket may have 100 characters. */
  makeFolder(): string {
    const folder = path.join(this.path, String(this.#next++));
    this.#write(() => mkdirSync(folder, { mode: 0o700 }));
    return folder;
  }

  /** Lets other users through to what they are given inside, without letting them look around. */
  letThrough(): void {
    for (const folder of [this.#base, this.path]) chmodSync(folder, 0o711);
  }

  /**
   * Remembers a child until it is forgotten, on disk as well; one that cannot be remembered is ended.
   * @param program a word of its command line
   * @throws Error saying so when the disk is full
   */
  remember(pid: number | undefined, program: string): () => void {
    if (pid === undefined) return () => undefined;
    const file = path.join(this.path, `${pid}.pid`);
    try {
      this.#write(() => writeFileSync(file, program));
    } catch (error) {
      rmSync(file, { force: true });
      process.kill(pid, 'SIGKILL');
      throw error;
    }
    return () => rmSync(file, { force: true });
  }

  #write(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw isFull(error) ? noSpace(this.#base, error) : error;
    }
  }

  close(): void {
    rmSync(this.path, { recursive: true, force: true });
    try {
      rmdirSync(this.#base);
    } catch {
      // Another server of this user has its folder there.
    }
  }
}

/** In a temporary folder that all users share, somebody else may have made the folder first. */
function refuseForeign(base: string): void {
  if (process.platform === 'win32') return;
  const { uid, mode } = lstatSync(base);
  if (uid === process.getuid?.() && (mode & 0o066) === 0) return;
  throw new Error(
    `${base} must be a folder of yours that nobody else can look into: remove it, or run "chmod 700" on it.`,
  );
}

function defaultBase(): string {
  return path.join(os.tmpdir(), `streambook-${os.userInfo().username}`);
}

function sweep(base: string): void {
  for (const name of readdirSync(base)) {
    const owner = Number(/^(\d+)-/.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    const folder = path.join(base, `${name}.swept`);
    try {
      // Of two servers that start at once, one gets it.
      renameSync(path.join(base, name), folder);
      for (const file of readdirSync(folder)) {
        const pid = Number(/^(\d+)\.pid$/.exec(file)?.[1]);
        if (pid) endIfOurs(pid, readFileSync(path.join(folder, file), 'utf8'));
      }
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

/** A sentence for whoever runs the server. */
function noSpace(folder: string, cause: unknown): Error {
  return new Error(
    `There is no space left for temporary files in ${folder}: free some, or set TMPDIR to a folder on another disk.`,
    { cause },
  );
}

function isFull(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code))
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * A pid may have been given to another program since: its command line must still name ours. A server that
 * was killed while it wrote has left no name, which every command line would hold.
 */
function endIfOurs(pid: number, program: string): void {
  if (program === '' || !isAlive(pid)) return;
  try {
    if (commandLine(pid).includes(program)) process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  if (process.platform === 'win32')
    return execFileSync('tasklist', ['/fi', `pid eq ${pid}`], { encoding: 'utf8' });
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}
