import * as v from 'valibot';
import { ConnectionIds, OpenCalls } from './wire.ts';
import { settlesWithin } from './within.ts';

/** How a run was stopped: from inside, by ending its code, or with its kernel. */
export type StopStep = 'cancelled' | 'terminated' | 'killed';

/** What Stop needs of the run's Redis. */
export interface StopRedis {
  /** Ends blocking commands, by the ids of their connections. */
  unblock(connections: readonly number[]): Promise<void>;
  /** Cuts connections whose replies may have been half read. */
  cutConnections(): Promise<void>;
}

/** What Stop needs of the run's kernel. */
export interface StopKernel {
  /** Calls a method of the harness inside. */
  ask(method: string, args: object[]): Promise<unknown>;
  /** Answered when it has heard what was asked before, also while its code computes. */
  hears(): Promise<unknown>;
  /** Ends the code that V8 gets to first, whosever it is. */
  endCode(): void;
}

/** Bounds of the steps, in ms. */
const HEAR_MS = 1500;
const ANSWER_MS = 200;
const SETTLE_MS = 200;
const TERMINATE_MS = 1500;
const CUT_MS = 1000;

/** How often the code that keeps the event loop busy is ended, until the loop turns. */
const TERMINATES = 2;

/**
 * Stops a run, gently first: cancels it from inside and unblocks its connections; then ends the code
 * that keeps the event loop busy. Each step has a bound.
 * @param ended settles when the run has ended
 * @param mayTerminate false when another run is the one that computes
 * @returns null when nothing of that helps
 */
export async function stopRun(
  run: string,
  ended: Promise<unknown>,
  kernel: StopKernel,
  redis: StopRedis,
  mayTerminate: boolean,
): Promise<Exclude<StopStep, 'killed'> | null> {
  let calls = 0;
  const cancelling = kernel.ask('cancel', [{ value: run }]).then((answer) => {
    calls = v.parse(OpenCalls, answer);
  });
  // Asked for by itself: a Redis that is slow to tell them is no kernel that computes.
  const unblocking = cancelling
    .then(() => kernel.ask('blockedConnections', [{ value: run }]))
    .then((ids) => redis.unblock(v.parse(ConnectionIds, ids)))
    .catch(() => undefined);
  if (!mayTerminate || (await isAnswered(kernel, cancelling))) {
    // A run that does not end by itself is left behind, if the event loop turns without it.
    if (
      (await settlesWithin(SETTLE_MS, ended)) ||
      !mayTerminate ||
      (await isAnswered(kernel, kernel.ask('settle', [])))
    ) {
      if (mayTerminate) await settlesWithin(SETTLE_MS, unblocking);
      return 'cancelled';
    }
  }
  if (!(await terminates(kernel, cancelling))) return null;
  if (calls > 0) {
    // The kernel may die of what its code has left behind, even now: that is part of the stop.
    if (!(await settlesWithin(TERMINATE_MS, kernel.ask('connectionsAreCut', [])))) return null;
    // A Redis that is busy does it as soon as it can.
    await settlesWithin(CUT_MS, redis.cutConnections());
  }
  return 'terminated';
}

/**
 * Ends the code that keeps the event loop busy. A question that reaches the kernel right behind the
 * request is ended in place of that code: then it is ended once more.
 */
async function terminates(kernel: StopKernel, cancelling: Promise<unknown>): Promise<boolean> {
  for (let times = 0; times < TERMINATES; times++) {
    kernel.endCode();
    const answer = times === 0 ? cancelling : kernel.ask('settle', []);
    if (
      (await settlesWithin(TERMINATE_MS, answer)) &&
      (await settlesWithin(TERMINATE_MS, kernel.ask('settle', [])))
    )
      return true;
  }
  return false;
}

/**
 * Whether a question is answered that takes a turn of the event loop. One who has had no time on a busy
 * machine has not even heard it, and does not compute: to end its code would end what comes next.
 */
async function isAnswered(kernel: StopKernel, answer: Promise<unknown>): Promise<boolean> {
  await settlesWithin(HEAR_MS, Promise.race([answer, kernel.hears()]));
  return settlesWithin(ANSWER_MS, answer);
}
