import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRedisBinary } from '../../server/redis/find-binary.ts';
import { freePort } from '../../server/redis/free-port.ts';

/** A redis-server of its own for a test file. */
export interface TestRedis {
  /** `redis://127.0.0.1:<port>` */
  url: string;
  /** The unix socket it listens on too; null where there are none (Windows). */
  socketPath: string | null;
  /** `Redis` or `Valkey` */
  product: string;
  version: string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a redis-server that keeps nothing on disk; `args` are appended to its command line. */
export async function startTestRedis(options: { args?: string[] } = {}): Promise<TestRedis> {
  const binary = await findRedisBinary();
  const folder = await mkdtemp(path.join(tmpdir(), 'walrus-'));
  const socketPath = process.platform === 'win32' ? null : path.join(folder, 'redis.sock');
  const port = await freePort();
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder];
  if (socketPath) args.push('--unixsocket', socketPath, '--unixsocketperm', '777');
  // A kernel that connects to it may be another user, when this one is root.
  await chmod(folder, 0o711);
  const server = spawn(binary.path, [...args, ...(options.args ?? [])], {
    env: { ...process.env, ...binary.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`redis-server ended at its start:\n${log}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Ready to accept connections')) resolve();
    });
  });
  server.stdout.removeAllListeners('data').resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    socketPath,
    product: binary.product,
    version: binary.version,
    stop: async () => {
      process.off('exit', kill);
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, 'exit');
        server.kill('SIGKILL');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
