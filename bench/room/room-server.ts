import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '../../scripts/lib/root.mjs';
import { freePort } from '../../server/redis/free-port.ts';

/** The built server in a process of its own, so that what it uses can be told from what the benchmark uses. */
export interface RoomServer {
  url: string;
  pid: number;
  /** Ends it, and resolves when it is gone. */
  close(): Promise<void>;
}

/** @param env limits that are other than the defaults @throws Error with its output when it does not start */
export async function startRoomServer(env: Record<string, string>): Promise<RoomServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [inRoot('dist', 'server', 'main.js')], {
    env: { ...process.env, ...env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child);
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    close: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (text: string) => {
      output = (output + text).slice(-4096);
      if (/http:\/\/\S+/.test(output)) resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('exit', () => reject(new Error(`The server did not start: ${output}`)));
  });
}
