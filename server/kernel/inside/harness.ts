import type { KernelSetup, ShownValue, ThrownValue } from '../wire.ts';
import { recordCommands } from './commands/record-commands.ts';
import { nobodySends } from './commands/sender.ts';
import { flushCommands } from './commands/tell-commands.ts';
import { flush, limitOutput } from './emit.ts';
import { describe } from './errors.ts';
import { load } from './modules.ts';
import { setHome } from './clients.ts';
import { patchClients } from './patch-clients.ts';
import { connectionsAreCut } from './tied-calls.ts';
import { render } from './render.ts';
import {
  enterRun,
  findRun,
  Interrupted,
  knowRun,
  throwIfCancelled,
  type RunContext,
} from './run-context.ts';
import { structure } from './values/structure.ts';
import { warmUp } from './warm-up.ts';

const turn = globalThis.setImmediate;

/** Ends the current turn of the event loop: what follows can be stopped, which code that the inspector runs cannot. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => turn(resolve));
}

/** Rejects the Redis calls of a run that wait for a reply, and tells how many there were. */
function rejectCalls({ calls }: RunContext): number {
  const open = [...calls];
  calls.clear();
  for (const reject of open) reject(new Interrupted());
  return open.length;
}

/** Sends what waits to be shown, before the server is told how a run has ended. */
function flushAll(): void {
  flush();
  flushCommands();
}

const { stringify } = JSON;

/** What the server calls inside the kernel. It holds the only reference; no cell can reach it. */
export const harness = {
  /** Called once: gives cells their helper, and clients their Redis. */
  setup({ helper, redis, maxOutput, recordsCommands }: KernelSetup): void {
    limitOutput(maxOutput);
    setHome(redis);
    patchClients();
    if (recordsCommands) recordCommands();
    const tick = (run: string) => {
      knowRun(run);
      return nextTurn();
    };
    const enter = (run: string) => {
      nobodySends();
      enterRun(run);
      throwIfCancelled();
    };
    Object.defineProperty(globalThis, helper, { value: Object.freeze({ tick, enter, load }) });
  },

  warmUp,

  /** A value as text and, when it is an object, its structure; made in a turn of their own. */
  async show(run: string, value: unknown): Promise<string> {
    await nextTurn();
    enterRun(run);
    flushAll();
    const shown: ShownValue = findRun(run)?.cancelled
      ? { text: '' }
      : { text: render(value), values: structure([value]) };
    // Not the object: a cell may have given every object a `then`, which a promise would call.
    return stringify(shown);
  },

  /** What was thrown, as text; null for the error that Stop throws into a run. */
  async describe(run: string, thrown: unknown): Promise<ThrownValue | null> {
    await nextTurn();
    enterRun(run);
    flushAll();
    return thrown instanceof Interrupted ? null : describe(thrown);
  },

  /** All output and commands of a run that wait are sent before this returns. */
  async settle(): Promise<void> {
    await nextTurn();
    nobodySends();
    flushAll();
  },

  /**
   * Stops a run as far as it can be from inside: its timers end, its Redis calls are rejected, later
   * ones throw.
   * @returns how many Redis calls were open
   */
  async cancel(run: string): Promise<number> {
    const context = findRun(run);
    if (!context) return 0;
    context.cancelled = true;
    for (const end of context.timers) end();
    context.timers.clear();
    let calls = rejectCalls(context);
    await nextTurn();
    // The inspector may have broken in where the run was just about to send a command.
    calls += rejectCalls(context);
    flushAll();
    return calls;
  },

  /** The ids of the connections that are blocked for a run, as soon as Redis has told them. */
  async blockedConnections(run: string): Promise<number[]> {
    const ids = await Promise.allSettled(findRun(run)?.blockedConnections.values() ?? []);
    return ids.flatMap((id) => (id.status === 'fulfilled' ? [id.value] : []));
  },

  connectionsAreCut,

  /**
   * Answers when the event loop turns: a number that tells whether a run did anything since it was
   * asked before, or null while the run waits for a reply of Redis.
   */
  async activity(run: string): Promise<number | null> {
    await nextTurn();
    const context = findRun(run);
    if (!context) return 0;
    return context.calls.size > 0 ? null : context.activity;
  },
};
export type Harness = typeof harness;
