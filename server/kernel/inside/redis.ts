import * as redis from 'redis';
import type { KernelSetup } from '../wire.ts';
import { blockingCommand } from './blocking.ts';
import { emit } from './emit.ts';
import { reportLate } from './errors.ts';
import { currentRun, Interrupted, type RunContext } from './run-context.ts';

type Options = Parameters<typeof redis.createClient>[0];
type Reply = Promise<unknown>;
/** The inner calls of a client through which every command goes. */
type Sender = (this: object, args: readonly unknown[], ...rest: unknown[]) => Reply;

/** A command that is answered within this time (ms) is not shown as blocked. */
const SHOW_BLOCKED_AFTER = 40;

const startTimer = globalThis.setTimeout;
const endTimer = globalThis.clearTimeout;

let home: KernelSetup['redis'];

/** Lets clients find the learner's own Redis, and ties their commands to runs. */
export function installRedis(setup: KernelSetup['redis']): void {
  home = setup;
  const prototype = redis.RedisClient.prototype;
  const sendCommand = sender(prototype, 'sendCommand');
  Reflect.set(
    prototype,
    'sendCommand',
    function (this: object, args: readonly unknown[], ...rest: unknown[]) {
      const run = currentRun();
      if (run?.cancelled) return Promise.reject(new Interrupted());
      const blocking = blockingCommand(args);
      const send = () => Reflect.apply(sendCommand, this, [args, ...rest]);
      if (!run) return send();
      if (!blocking) return tied(run, send);
      return tied(run, () => whileBlocked(this, run, blocking, sendCommand, send));
    },
  );
  for (const name of ['_executeMulti', '_executePipeline']) {
    const execute = sender(prototype, name);
    Reflect.set(
      prototype,
      name,
      function (this: object, args: readonly unknown[], ...rest: unknown[]) {
        const run = currentRun();
        if (run?.cancelled) return Promise.reject(new Interrupted());
        const send = () => Reflect.apply(execute, this, [args, ...rest]);
        return run ? tied(run, send) : send();
      },
    );
  }
}

function sender(prototype: object, name: string): Sender {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== 'function') throw new Error(`node-redis has no ${name} any more`);
  return function (...args) {
    return Reflect.apply(method, this, args);
  };
}

/** The reply, or Interrupted as soon as the run is stopped; an error gets the place in the cell that asked. */
function tied(run: RunContext, send: () => Reply): Reply {
  const site: { stack?: string } = {};
  Error.captureStackTrace(site, tied);
  run.activity++;
  return new Promise((resolve, reject) => {
    run.calls.add(reject);
    send().then(
      (reply) => {
        run.calls.delete(reject);
        run.activity++;
        resolve(reply);
      },
      (error: unknown) => {
        run.calls.delete(reject);
        addSite(error, site);
        reject(error);
      },
    );
  });
}

/** Errors of the server are made when the reply is read, far from the cell: add the frames of the call. */
function addSite(error: unknown, site: { stack?: string }): void {
  if (!(error instanceof Error) || typeof error.stack !== 'string' || error.stack.includes('cell:'))
    return;
  const frames = String(site.stack)
    .split('\n')
    .filter((line) => line.includes('cell:'));
  error.stack = [error.stack, ...frames].join('\n');
}

const connectionIds = new WeakMap<object, Promise<number>>();

/** The id of a client's connection, asked for in front of its first blocking command, so that Stop can unblock it. */
function connectionId(client: object, sendCommand: Sender): Promise<number> {
  let id = connectionIds.get(client);
  if (!id) {
    id = Reflect.apply(sendCommand, client, [['CLIENT', 'ID']]).then(Number);
    id.catch(() => connectionIds.delete(client));
    connectionIds.set(client, id);
    if (client instanceof redis.RedisClient) {
      client.once('reconnecting', () => connectionIds.delete(client));
      client.once('end', () => connectionIds.delete(client));
    }
  }
  return id;
}

async function whileBlocked(
  client: object,
  run: RunContext,
  blocking: { command: string; keys: string[]; timeout: number },
  sendCommand: Sender,
  send: () => Reply,
): Reply {
  const since = Date.now();
  const ticket = {};
  void connectionId(client, sendCommand).then(
    (id) => run.blockedConnections.set(ticket, id),
    () => undefined,
  );
  let shown = false;
  const show = startTimer(() => {
    shown = true;
    emit({ kind: 'blocked', run: run.id, ...blocking, since });
  }, SHOW_BLOCKED_AFTER);
  try {
    return await send();
  } finally {
    endTimer(show);
    run.blockedConnections.delete(ticket);
    if (shown) emit({ kind: 'unblocked', run: run.id });
  }
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
  const run = currentRun()?.id;
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
