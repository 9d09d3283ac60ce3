import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRedisBinary, type RedisBinary } from '../../server/redis/find-binary.ts';
import { IS_TAKEN, onFreePorts } from './on-free-ports.ts';

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
  const args = ['--bind', '127.0.0.1', '--save', '', '--dir', folder];
  if (socketPath) args.push('--unixsocket', socketPath, '--unixsocketperm', '777');
  // A kernel that connects to it may be another user, when this one is root.
  await chmod(folder, 0o711);
  const { server, port } = await onFreePorts(1, async (port) => {
    const own = ['--port', String(port), ...args, ...(options.args ?? [])];
    const server = await startServer(binary, own);
    return server && { server, port };
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
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

/** A redis-server that listens; null when its port is taken. @throws Error with what it has printed when it ends */
async function startServer(binary: RedisBinary, args: string[]): Promise<ChildProcess | null> {
  const server = spawn(binary.path, args, {
    env: { ...process.env, ...binary.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  const listens = new Promise<boolean>((resolve, reject) => {
    server.once('error', reject);
    // Not at its exit: its last words come later.
    server.once('close', () => {
      if (IS_TAKEN.test(log)) resolve(false);
      else reject(new Error(`redis-server ended at its start:\n${log}`));
    });
    server.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Ready to accept connections')) resolve(true);
    });
  });
  if (!(await listens)) return null;
  server.stdout.removeAllListeners('data').resume();
  return server;
}
