import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { findRedisBinary } from '../../server/redis/find-binary.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';

/** A server in a process of its own, so that its machine can be made to fail. */
export interface StartedServer {
  url: string;
  process: ChildProcess;
  /** All that it has printed. */
  log(): string;
  /** Ends it and all that it has started. */
  end(): Promise<void>;
}

/**
 * Starts a server.
 * @param temporary its folder for temporary files
 * @param behind what its command line stands behind, as in `['unshare', '--mount']`
 * @param env further variables, such as limits
 */
export async function startServerProcess(
  temporary: string,
  behind: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<StartedServer> {
  const script = path.join(path.dirname(KERNEL_FOLDER), `server-${process.pid}-${Date.now()}.mjs`);
  await build({
    entryPoints: [path.join(import.meta.dirname, 'server-process.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  const binary = await findRedisBinary();
  const [file = process.execPath, ...args] = [...behind, process.execPath, script, KERNEL_FOLDER];
  const child = spawn(file, args, {
    env: {
      ...process.env,
      ...binary.env,
      REDISMS_SYSTEM_BINARY: binary.path,
      TMPDIR: temporary,
      STREAMBOOK_SPARES: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      log += text;
      const found = /at (http:\S+)/.exec(log)?.[1];
      if (found) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', () => reject(new Error(`The server ended: ${log}`)));
  });
  const end = async () => {
    const gone = once(child, 'exit');
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await gone;
    }
    await rm(script, { force: true });
  };
  return { url, process: child, log: () => log, end };
}
