import * as redis from 'redis';
import { blockingCommand, type BlockingCommand } from './blocking.ts';
import { sendFor } from './commands/sender.ts';
import { emit } from './emit.ts';
import {
  currentRun,
  insideRun,
  outsideRuns,
  refuse,
  shownUnder,
  type RunContext,
} from './run-context.ts';
import { tied, type Reply } from './tied-calls.ts';

/** The inner calls of a client through which every command goes. */
type Sender = (this: object, ...args: unknown[]) => Reply;

/** A command that is answered within this time (ms) is not shown as blocked. */
const SHOW_BLOCKED_AFTER = 40;

const startTimer = globalThis.setTimeout;
const endTimer = globalThis.clearTimeout;

/** Ties every command and connection of every client to the run that asked for it. */
export function patchClients(): void {
  const prototype = redis.RedisClient.prototype;
  const sendCommand = sender(prototype, 'sendCommand');
  Reflect.set(
    prototype,
    'sendCommand',
    function (this: object, args: readonly unknown[], ...rest: unknown[]) {
      const run = currentRun();
      if (run?.cancelled) return refuse(run);
      // A listener of a client has lost its run: what it sends is shown where its output is.
      const owner = run ?? shownUnder();
      const send = () =>
        outsideRuns(() => sendFor(owner, () => Reflect.apply(sendCommand, this, [args, ...rest])));
      if (!run) return send();
      const blocking = blockingCommand(args);
      if (!blocking) return tied(run, send);
      return tied(run, () => whileBlocked(this, run, blocking, sendCommand, send));
    },
  );
  for (const name of ['connect', '_executeMulti', '_executePipeline']) {
    const execute = sender(prototype, name);
    Reflect.set(prototype, name, function (this: object, ...args: unknown[]) {
      const run = currentRun();
      if (run?.cancelled) return refuse(run);
      const owner = name === 'connect' ? undefined : (run ?? shownUnder());
      const isTransaction = name === '_executeMulti';
      const send = () =>
        outsideRuns(() => sendFor(owner, () => Reflect.apply(execute, this, args), isTransaction));
      return run ? tied(run, send) : send();
    });
  }
  const reset = sender(prototype, 'reset');
  // RESET is the cell's, but not that the client logs in again after it.
  Reflect.set(prototype, 'reset', function (this: object) {
    const run = currentRun();
    return outsideRuns(() => sendFor(run, () => Reflect.apply(reset, this, [])));
  });
  keepRunsInPools();
}

/** A pool calls what waits for a client when another run gives one back: it still belongs to its own. */
function keepRunsInPools(): void {
  const prototype: object = redis.RedisClientPool.prototype;
  const execute = sender(prototype, 'execute');
  Reflect.set(prototype, 'execute', function (this: object, work: (client: object) => unknown) {
    const run = currentRun();
    const owned = run ? (client: object) => insideRun(run, () => work(client)) : work;
    return Reflect.apply(execute, this, [owned]);
  });
}

function sender(prototype: object, name: string): Sender {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== 'function') throw new Error(`node-redis has no ${name} any more`);
  return function (...args) {
    return Reflect.apply(method, this, args);
  };
}

const connectionIds = new WeakMap<object, Promise<number>>();

/** The id of a client's connection, asked for in front of its first blocking command, so that Stop can unblock it. */
function connectionId(client: object, sendCommand: Sender): Promise<number> {
  let id = connectionIds.get(client);
  if (!id) {
    id = outsideRuns(() => Reflect.apply(sendCommand, client, [['CLIENT', 'ID']])).then(Number);
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
  blocking: BlockingCommand,
  sendCommand: Sender,
  send: () => Reply,
): Reply {
  const since = Date.now();
  const ticket = {};
  run.blockedConnections.set(ticket, connectionId(client, sendCommand));
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
