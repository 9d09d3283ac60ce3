import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Socket } from 'node:net';
import { INTERNET, UNIX } from '../sandbox/filter/asked-calls.ts';
import { findSandbox } from '../sandbox/find-sandbox.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RunFolder } from '../state/run-folder.ts';
import { copyOfCodeCache } from './code-cache.ts';
import { kernelCommandLine, type RedisAddress } from './command-line.ts';
import { denoBinary } from './deno-binary.ts';
import { kernelExit, type KernelExit } from './kernel-exit.ts';

/** A kernel process that has been started; it may not answer yet. */
export interface Launched {
  child: ChildProcess;
  /** Resolves when it is gone, with why. */
  exited: Promise<KernelExit>;
  /** Resolves with the address of its inspector when all bounds of the process are in force. */
  url: Promise<string>;
  /** Connects to a port of its 127.0.0.1; null where that is everybody's. */
  dial: ((port: number) => Promise<Socket>) | null;
  /** Where its Redis is for the code inside. */
  redis: RedisAddress;
}

export interface LaunchOptions {
  /** The bundled boot file. */
  boot: string;
  redis: RedisAddress;
  folder: RunFolder;
  heapMb: number;
  /** All memory of the process that can be written. */
  memoryMb?: number;
  /** Threads of the process, where the system can bound them. */
  threads?: number;
  /** The folder into which what V8 makes of the boot file is to be written; left out, it is only read. */
  writesCodeCache?: string;
  /** What this machine has when left out. */
  sandbox?: Sandbox;
}

/** Deno does not start with less; half of it is V8's reserve for code. */
const LEAST_MEMORY_MB = 1024;

/** Enough for Deno on any number of cores. */
const THREADS = 64;

/** Starts the process of a kernel; it waits for the inspector before it runs anything. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { boot, folder, heapMb, memoryMb = LEAST_MEMORY_MB, threads = THREADS } = options;
  const sandbox = options.sandbox ?? (await findSandbox());
  const deno = denoBinary();
  const { writesCodeCache: written } = options;
  // Without a wall, the kernel could write to it.
  const cache = sandbox.wall && (written ?? copyOfCodeCache(boot, folder));
  const mounts = [
    ...(cache ? [{ from: cache, to: '/code-cache', writable: written !== undefined }] : []),
    { from: deno, to: '/deno' },
    { from: boot, to: '/boot.mjs' },
    // Its folder, because a Redis that takes the place of another makes a new socket.
    ...('path' in options.redis ? [{ from: path.dirname(options.redis.path), to: '/redis' }] : []),
  ];
  const seen = (file: string) => sandbox.seen(mounts, file);
  const redis = 'path' in options.redis ? { path: seen(options.redis.path) } : options.redis;
  const { child, confined, dial } = await sandbox.start({
    command: kernelCommandLine(seen(deno), seen(boot), redis, heapMb, cache && seen(cache)),
    confinement: {
      mounts,
      sockets: [UNIX, INTERNET],
      limits: {
        memoryMb: Math.max(memoryMb, LEAST_MEMORY_MB),
        threads,
        openFiles: 256,
        fileMb: written ? 64 : 1,
      },
    },
    folder,
    stdout: 'ignore',
    // A cell can read it; it should not tell where the server is.
    cwd: path.parse(process.cwd()).root,
  });
  const forget = folder.remember(child.pid, 'deno');
  let stderr = '';
  const printed = new Promise<string>((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-8192);
      const address = /ws:\/\/\S+/.exec(stderr)?.[0];
      if (address) resolve(address);
    });
  });
  const exited = new Promise<KernelExit>((resolve) => {
    child.once('error', (error) => {
      forget();
      resolve({ reason: 'ended', notice: `The kernel could not be started: ${error.message}` });
    });
    // Not at its exit: what stands around it may end a moment before it, and its last words come later.
    child.once('close', (code, signal) => {
      forget();
      resolve(kernelExit(code, signal, stderr, heapMb));
    });
  });
  return { child, exited, url: confined.then(() => printed), dial, redis };
}
