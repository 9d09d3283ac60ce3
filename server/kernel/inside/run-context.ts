import { AsyncLocalStorage } from 'node:async_hooks';

/** What the kernel knows of one run while anything of it may still happen. */
export interface RunContext {
  id: string;
  /** Set by Stop: its Redis calls and timers throw from then on. */
  cancelled: boolean;
  /** Ends every timer that it has started. */
  timers: Set<() => void>;
  /** Rejects every Redis call that waits for a reply. */
  calls: Set<(reason: Error) => void>;
  /** Ids of the Redis connections that are blocked for it. */
  blockedConnections: Map<object, number>;
  /** Characters shown so far. */
  shown: number;
  outputCut: boolean;
  /** Rises with everything it does, to tell a waiting run from a working one. */
  activity: number;
}

const storage = new AsyncLocalStorage<RunContext>();
const contexts = new Map<string, RunContext>();
let latest: RunContext | undefined;

/** Runs that are remembered after their end, for late output; the oldest are forgotten first. */
const REMEMBERED = 200;

/** Makes everything that the caller awaits from here on belong to this run. */
export function enterRun(id: string): void {
  let context = contexts.get(id);
  if (!context) {
    context = {
      id,
      cancelled: false,
      timers: new Set(),
      calls: new Set(),
      blockedConnections: new Map(),
      shown: 0,
      outputCut: false,
      activity: 0,
    };
    contexts.set(id, context);
    const oldest = contexts.keys().next();
    if (contexts.size > REMEMBERED && !oldest.done) contexts.delete(oldest.value);
  }
  latest = context;
  storage.enterWith(context);
}

/** The run that the running code belongs to; where that is lost, the one started last. */
export function currentRun(): RunContext | undefined {
  return storage.getStore() ?? latest;
}

export function findRun(id: string): RunContext | undefined {
  return contexts.get(id);
}

/** Thrown into a run that the learner has stopped. */
export class Interrupted extends Error {
  override name = 'Interrupted';
  constructor() {
    super('This cell was stopped.');
  }
}

/** @throws Interrupted when the current run was stopped. */
export function throwIfCancelled(run = currentRun()): void {
  if (run?.cancelled) throw new Interrupted();
}
