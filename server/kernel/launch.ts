import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onPath } from '../redis/binary/on-path.ts';
import type { RunFolder } from '../state/run-folder.ts';
import { diesWithServer, kernelCommandLine, type RedisAddress } from './command-line.ts';
import { denoBinary } from './deno-binary.ts';
import { kernelExit, type KernelExit } from './kernel-exit.ts';
import { settlesWithin } from './within.ts';

/** A kernel process that has been started; it may not answer yet. */
export interface Launched {
  child: ChildProcess;
  /** Resolves when it is gone, with why. */
  exited: Promise<KernelExit>;
  /** Resolves with the address of its inspector. */
  url: Promise<string>;
}

export interface LaunchOptions {
  /** The bundled boot file. */
  boot: string;
  redis: RedisAddress;
  folder: RunFolder;
  heapMb: number;
}

/** How long what a dead kernel has printed is waited for, in ms. */
const LAST_WORDS_MS = 200;

/** Starts the process of a kernel; it waits for the inspector before it runs anything. */
export async function launch({ boot, redis, folder, heapMb }: LaunchOptions): Promise<Launched> {
  const command = diesWithServer(
    kernelCommandLine(denoBinary(), boot, redis, heapMb),
    await onPath('setpriv'),
  );
  const child = spawn(command.file, command.args, {
    // A cell can read it; it should not tell where the server is.
    cwd: path.parse(process.cwd()).root,
    env: command.env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const forget = folder.remember(child.pid, 'deno');
  let stderr = '';
  const url = new Promise<string>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
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
    child.once('exit', (code, signal) => {
      forget();
      // Its last words may still be on their way.
      void settlesWithin(LAST_WORDS_MS, once(child, 'close')).then(() =>
        resolve(kernelExit(code, signal, stderr, heapMb)),
      );
    });
  });
  return { child, exited, url };
}
