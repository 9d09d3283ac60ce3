import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { Readable, Writable } from 'node:stream';
import type { RunFolder } from '../state/run-folder.ts';
import { behind, type CommandLine } from './command-line.ts';
import type { Confinement, Mount } from './confinement.ts';
import { connectInside } from './connect-inside.ts';
import { endWhole } from './end-whole.ts';
import { limitThreads } from './limit-threads.ts';
import { prlimitArguments } from './resource-limits.ts';
import { whereSeen } from './where-seen.ts';
import { readPid } from './read-pid.ts';
import type { Wall } from './wall.ts';

/** Programs of the system that bound another one; null where there is none. */
export interface Tools {
  readonly setpriv: string | null;
  readonly prlimit: string | null;
}

/** A program to be confined. */
export interface Program {
  /** Of the program itself, as it sees the paths: see `whereSeen`. */
  readonly command: CommandLine;
  readonly confinement: Confinement;
  readonly folder: RunFolder;
  /** What becomes of its standard output. */
  readonly stdout: 'pipe' | 'ignore';
  /** Its working folder where there is no wall. */
  readonly cwd: string;
}

export interface Started {
  child: ChildProcess;
  /** Resolves when all bounds are in force; rejects when it has ended before. */
  confined: Promise<void>;
  /** Connects to a port of the program's own 127.0.0.1; null where that is everybody's. */
  dial: ((port: number) => Promise<Socket>) | null;
}

/**
 * Ctrl+C in a terminal goes to the whole group of the server: cells that run would be gone before they may
 * finish. On Windows it would open windows.
 */
const OWN_GROUP = process.platform !== 'win32';

/** How this server confines what it starts. */
export class Sandbox {
  /** Null where the bare process has to do. */
  readonly wall: Wall | null;
  /** Why there is no wall; empty when there is one. */
  readonly reason: string;
  #tools: Tools;

  constructor(tools: Tools, wall: Wall | null, reason: string) {
    this.#tools = tools;
    this.wall = wall;
    this.reason = reason;
  }

  /** Where a program sees a file of the machine, with these mounts. */
  seen(mounts: readonly Mount[], file: string): string {
    return this.wall ? whereSeen(mounts, file) : file;
  }

  /** Starts a program behind everything that there is. It dies with this process. */
  async start(program: Program): Promise<Started> {
    return this.wall ? this.#startBehind(this.wall, program) : this.#startBare(program);
  }

  #startBare({ command, confinement, stdout, cwd }: Program): Started {
    const { file, args, env } = this.#bounded(command, confinement, []);
    const child = spawn(file, args, {
      cwd,
      env,
      detached: OWN_GROUP,
      stdio: ['pipe', stdout, 'pipe'],
    });
    return { child, confined: Promise.resolve(), dial: null };
  }

  async #startBehind(wall: Wall, program: Program): Promise<Started> {
    const { confinement, stdout } = program;
    const command = await wall.around(program);
    const { file, args, env } = this.#bounded(command, confinement, wall.identity);
    const child = spawn(file, args, {
      cwd: '/',
      env,
      detached: OWN_GROUP,
      stdio: ['pipe', stdout, 'pipe', 'pipe', 'pipe', 'pipe'],
    });
    const [info, filter, block] = child.stdio.slice(3);
    if (!(info instanceof Readable && filter instanceof Writable && block instanceof Writable))
      throw new Error('A child has no pipes.');
    // It may have ended before it has read them.
    for (const pipe of [filter, block]) pipe.on('error', () => undefined);
    filter.end(wall.filter(confinement.sockets));
    const pid = readPid(info);
    endWhole(child, pid);
    const confined = pid.then(async (pid) => {
      await limitThreads(wall.tools, wall.identity, pid, confinement.limits.threads);
      block.end('.');
    });
    return {
      child,
      confined: quiet(confined),
      dial: async (port) => connectInside(wall.tools.perl, await pid, port),
    };
  }

  #bounded(command: CommandLine, { limits }: Confinement, identity: string[]): CommandLine {
    const { setpriv, prlimit } = this.#tools;
    const limited = prlimit ? behind(prlimit, prlimitArguments(limits), command) : command;
    const options = ['--pdeathsig', 'KILL', '--no-new-privs', ...identity];
    return setpriv ? behind(setpriv, options, limited) : limited;
  }
}

/** A rejection that maybe nobody waits for. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
