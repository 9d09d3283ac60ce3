import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { RedisAddress } from '../kernel/command-line.ts';
import { UNIX } from '../sandbox/filter/asked-calls.ts';
import { findSandbox } from '../sandbox/find-sandbox.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RunFolder } from '../state/run-folder.ts';
import { onPath } from './binary/on-path.ts';
import type { RedisBinary } from './find-binary.ts';
import { redisSettings } from './settings.ts';

/** Memory that redis-server may take besides its data: its own, its clients', what a restore needs, in MB. */
const BESIDES_DATA_MB = 256;

/** Its own threads are four or five. */
const THREADS = 32;

/** Why a redis-server is gone: out of the memory that the system lets it have, or in another way. */
export type RedisExit = 'memory' | 'ended';

/** A redis-server that has been started. */
export interface RunningRedis {
  child: ChildProcess;
  /** Resolves when it listens and all its bounds are in force. */
  ready: Promise<void>;
  /** Resolves when it is gone. */
  exited: Promise<RedisExit>;
}

export interface RedisLaunch {
  binary: RedisBinary;
  /** Of the server. */
  runFolder: RunFolder;
  /** Of this Redis alone; its socket stands there. */
  folder: string;
  address: RedisAddress;
  passwords: { admin: string; learner: string };
  memoryMb: number;
  /** What this machine has when left out. */
  sandbox?: Sandbox;
}

/** Starts a redis-server with its settings on standard input, confined as this machine allows. */
export async function launchRedis(options: RedisLaunch): Promise<RunningRedis> {
  const { binary, runFolder, folder, address, passwords, memoryMb } = options;
  const sandbox = options.sandbox ?? (await findSandbox());
  const file = (await onPath(binary.path)) ?? binary.path;
  const name = path.basename(file);
  const mounts = [
    { from: file, to: `/${name}` },
    { from: folder, to: '/redis', writable: true },
  ];
  const { child, confined } = await sandbox.start({
    command: {
      file: sandbox.seen(mounts, file),
      args: ['-'],
      env: sandbox.wall ? binary.env : { ...environment(), ...binary.env },
    },
    confinement: {
      mounts,
      sockets: [UNIX],
      limits: {
        memoryMb: memoryMb + BESIDES_DATA_MB,
        threads: THREADS,
        openFiles: 256,
        fileMb: 1,
      },
    },
    folder: runFolder,
    stdout: 'pipe',
    cwd: folder,
  });
  const forget = runFolder.remember(child.pid, name);
  let log = '';
  // Said at the beginning of a report that is longer than what is kept.
  let ranOut = false;
  const exited = once(child, 'close')
    .then(forget, forget)
    .then(() => (ranOut ? 'memory' : 'ended'));
  const listening = new Promise<void>((resolve, reject) => {
    const read = (text: string) => {
      ranOut ||= /out of memory/i.test(text);
      log = (log + text).slice(-4096);
      if (log.includes('eady to accept connections')) resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    void exited.then(() => reject(new Error(`Redis ended at its start: ${log}`)));
  });
  listening.catch(() => undefined);
  child.stdin?.on('error', () => undefined);
  const listen = 'path' in address ? { path: sandbox.seen(mounts, address.path) } : address;
  child.stdin?.end(redisSettings({ listen, passwords, memoryMb }));
  const ready = Promise.all([listening, confined]).then(() => undefined);
  ready.catch(() => undefined);
  return { child, ready, exited };
}

/** The server's own: a Redis of the system may need some of it to find its libraries. */
function environment(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(set);
}
