import { AsyncLocalStorage } from 'node:async_hooks';
import { CommandLog } from './commands/command-log.ts';
import { Pace } from './commands/pace.ts';

/** What the kernel knows of one run while anything of it may still happen. */
export interface RunContext {
  id: string;
  /** Set by Stop: its Redis calls and timers throw from then on. */
  cancelled: boolean;
  /** How often it was refused something since. */
  refusals: number;
  /** Ends every timer that it has started. */
  timers: Set<() => void>;
  /** Rejects every Redis call that waits for a reply. */
  calls: Set<(reason: Error) => void>;
  /** Ids of the Redis connections that are blocked for it. */
  blockedConnections: Map<object, Promise<number>>;
  /** Characters shown so far. */
  shown: number;
  outputCut: boolean;
  lastStream: 'stdout' | 'stderr' | null;
  lateErrors: number;
  /** Printed values that were told with their structure, and its size in characters. */
  values: number;
  valueCharacters: number;
  /** Rises with everything it does, to tell a waiting run from a working one. */
  activity: number;
  /** What it sent to Redis. */
  commands: CommandLog;
  commandPace: Pace;
}

const storage = new AsyncLocalStorage<RunContext | 'outside'>();
const contexts = new Map<string, RunContext>();
let latest: RunContext | undefined;

/** Runs that are remembered after their end, for late output; the oldest are forgotten first. */
const REMEMBERED = 200;

/** Makes a run known, so that it can be stopped before its code has begun. */
export function knowRun(id: string): RunContext {
  let context = contexts.get(id);
  if (!context) {
    context = {
      id,
      cancelled: false,
      refusals: 0,
      timers: new Set(),
      calls: new Set(),
      blockedConnections: new Map(),
      shown: 0,
      outputCut: false,
      lastStream: null,
      lateErrors: 0,
      values: 0,
      valueCharacters: 0,
      activity: 0,
      commands: new CommandLog(),
      commandPace: new Pace(),
    };
    contexts.set(id, context);
    const oldest = contexts.keys().next();
    if (contexts.size > REMEMBERED && !oldest.done) contexts.delete(oldest.value);
  }
  return context;
}

/**
 * Makes everything that the caller does and awaits from here on belong to this run. Only for code
 * that the event loop has called: the inspector breaks into other code, which would change its run.
 */
export function enterRun(id: string): void {
  latest = knowRun(id);
  storage.enterWith(latest);
}

/** The run that the running code belongs to, when it surely belongs to one: Stop ends only that. */
export function currentRun(): RunContext | undefined {
  const run = storage.getStore();
  return run === 'outside' ? undefined : run;
}

/** The run under which something is shown: the current one or, where that is lost, the one started last. */
export function shownUnder(): RunContext | undefined {
  return currentRun() ?? latest;
}

/**
 * Calls what must survive the run that needs it: a client reads replies, keeps its timers and
 * connects again long after the cell that called it was stopped.
 */
export function outsideRuns<T>(work: () => T): T {
  return storage.run('outside', work);
}

/** Calls what a client would call outside all runs, but a run has asked for: a listener of it. */
export function insideRun<T>(run: RunContext, work: () => T): T {
  return storage.run(run, work);
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

/** A stopped run that catches so many refusals will catch every one. */
const MAX_REFUSALS = 100;

/** True when a stopped run has caught so many refusals that its calls are better left open. */
export function isObstinate(run: RunContext): boolean {
  return ++run.refusals > MAX_REFUSALS;
}

/** What a call of a stopped run gives: a rejection or, when it would only be caught and tried again, nothing ever. */
export function refuse(run: RunContext): Promise<never> {
  return isObstinate(run) ? new Promise(() => undefined) : Promise.reject(new Interrupted());
}

/** @throws Interrupted when the current run was stopped. */
export function throwIfCancelled(run = currentRun()): void {
  if (run?.cancelled) throw new Interrupted();
}
