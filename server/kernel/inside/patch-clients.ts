import * as redis from 'redis';
import { blockingCommand } from './blocking.ts';
import { emit } from './emit.ts';
import { currentRun, outsideRuns, refuse, type RunContext } from './run-context.ts';
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
      const send = () => outsideRuns(() => Reflect.apply(sendCommand, this, [args, ...rest]));
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
      const send = () => outsideRuns(() => Reflect.apply(execute, this, args));
      return run ? tied(run, send) : send();
    });
  }
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
  blocking: { command: string; keys: string[]; timeout: number },
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
