import { emit } from '../emit.ts';
import { AT_ONCE } from './pace.ts';
import type { RunContext } from '../run-context.ts';

const startTimer = globalThis.setTimeout;
const microtask = globalThis.queueMicrotask;
const clock = performance.now.bind(performance);

/** Changes are told together, so often; ms. */
const TELL_EVERY = 100;

/** Runs for which a timer goes: only they may have something that is not told yet. */
const waiting = new Set<RunContext>();

/** A command was sent: it is told soon. */
export function tellSoon(run: RunContext): void {
  if (run.commandPace.isScheduled) return;
  run.commandPace.isScheduled = true;
  waiting.add(run);
  // Stop must not meet our code in a timer callback, which the process would not survive.
  startTimer(() => microtask(() => onTime(run)), TELL_EVERY);
}

/** A command was answered: it is told at once, or soon when there are many. */
export function tellAnswer(run: RunContext, now: number): void {
  const pace = run.commandPace;
  if (pace.isAtOnce) return;
  if (pace.credit + (now - pace.toldAt) / TELL_EVERY < 1) {
    tellSoon(run);
    return;
  }
  // After the other replies that have come together with this one, and before the cell goes on with any.
  pace.isAtOnce = true;
  microtask(() => {
    pace.isAtOnce = false;
    if (run.commands.isChanged) tell(run, now);
  });
}

function onTime(run: RunContext): void {
  run.commandPace.isScheduled = false;
  waiting.delete(run);
  if (run.commands.isChanged) tell(run, clock());
}

function tell(run: RunContext, now: number): void {
  const pace = run.commandPace;
  pace.credit = Math.min(AT_ONCE, pace.credit + (now - pace.toldAt) / TELL_EVERY) - 1;
  pace.toldAt = now;
  const { omitted } = run.commands;
  emit({ kind: 'commands', run: run.id, rows: run.commands.take(), omitted });
}

/** Tells all that is not told yet; called before the result of a run is told. */
export function flushCommands(): void {
  for (const run of waiting) if (run.commands.isChanged) tell(run, clock());
}
