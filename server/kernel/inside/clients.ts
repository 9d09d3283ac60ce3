import * as redis from 'redis';
import type { KernelSetup } from '../wire.ts';
import { reportLate } from './errors.ts';
import { currentRun } from './run-context.ts';

type Options = Parameters<typeof redis.createClient>[0];

let home: KernelSetup['redis'];

/** Says where the learner's own Redis is. */
export function setHome(redis: KernelSetup['redis']): void {
  home = redis;
}

/** `createClient` as in the package, but for where it connects to. */
export function createClient(options?: Options): ReturnType<typeof redis.createClient> {
  const client = redis.createClient(atHome(options));
  showLostConnection(client);
  return client;
}

/**
 * Without a listener, a lost connection would end the kernel. It is shown once, not at every attempt
 * to connect again, and not when the cell listens itself.
 */
function showLostConnection(client: {
  on(event: string, listener: (error: unknown) => void): unknown;
  listenerCount(event: string): number;
}): void {
  const run = currentRun();
  let shown = false;
  client.on('ready', () => (shown = false));
  client.on('error', (error) => {
    if (!shown && client.listenerCount('error') === 1) reportLate(error, run);
    shown = true;
  });
}

/**
 * Options that name this machine's Redis (or nothing) are led to the learner's own, so that code
 * reads as it would in a project: `createClient()`, `createClient({ url: 'redis://localhost:6379' })`.
 */
function atHome(options: Options = {}): Options {
  const { url, socket, ...others } = options;
  if (url !== undefined && !isLocal(url)) {
    throw new Error(
      `A cell reaches only the Redis of this notebook, not ${url}. Leave the url out: createClient() connects to it.`,
    );
  }
  const database = url ? Number(new URL(url).pathname.slice(1)) : 0;
  return {
    ...(database > 0 ? { database } : {}),
    ...others,
    username: home.username,
    password: home.password,
    socket: {
      ...(socket && 'reconnectStrategy' in socket
        ? { reconnectStrategy: socket.reconnectStrategy }
        : {}),
      ...(home.path === null
        ? { host: '127.0.0.1', port: home.port ?? 6379 }
        : { path: home.path }),
    },
  } as Options;
}

function isLocal(url: string): boolean {
  try {
    return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  } catch {
    return false;
  }
}

/** `createClientPool` as in the package, but for where it connects to. */
export function createClientPool(
  options?: Options,
  poolOptions?: Parameters<typeof redis.createClientPool>[1],
): ReturnType<typeof redis.createClientPool> {
  const pool = redis.createClientPool(atHome(options), poolOptions);
  showLostConnection(pool);
  return pool;
}
