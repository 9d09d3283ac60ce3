import { reportLate } from './errors.ts';
import { currentRun, isObstinate, throwIfCancelled, type RunContext } from './run-context.ts';

type Callback = (...args: unknown[]) => unknown;
type Start = (callback: Callback, ...rest: unknown[]) => unknown;
type End = (handle: unknown) => void;

const microtask = globalThis.queueMicrotask;
const realTimeout = globalThis.setTimeout;

/**
 * Timers whose callbacks run as microtasks: the process would not survive Stop inside a real timer
 * callback. Each belongs to the run that started it and ends with it when that is stopped.
 */
export function installTimers(): void {
  wrap('setTimeout', 'clearTimeout', true);
  wrap('setInterval', 'clearInterval', false);
  wrap('setImmediate', 'clearImmediate', true);
  const nextTick = process.nextTick.bind(process);
  process.nextTick = (callback: Callback, ...args: unknown[]) =>
    nextTick(() => microtask(() => call(callback, args, currentRun())));
}

function wrap(start: string, end: string, once: boolean): void {
  const realStart: Start = Reflect.get(globalThis, start);
  const realEnd: End = Reflect.get(globalThis, end);
  Reflect.set(globalThis, start, (callback: unknown, ...rest: unknown[]) => {
    const run = currentRun();
    if (run?.cancelled && isObstinate(run)) return realTimeout(() => undefined);
    throwIfCancelled(run);
    // Something that is not a function gets the platform's own error.
    if (typeof callback !== 'function') return Reflect.apply(realStart, globalThis, [callback]);
    const args = start === 'setImmediate' ? rest : rest.slice(1);
    const delay = start === 'setImmediate' ? [] : rest.slice(0, 1);
    const stop = () => realEnd(handle);
    const handle = realStart(
      () => {
        if (once) run?.timers.delete(stop);
        microtask(() => call((...values) => Reflect.apply(callback, undefined, values), args, run));
      },
      ...delay,
    );
    run?.timers.add(stop);
    return handle;
  });
}

function call(callback: Callback, args: unknown[], run: RunContext | undefined): void {
  if (run?.cancelled) return;
  if (run) run.activity++;
  try {
    callback(...args);
  } catch (error) {
    reportLate(error, run);
  }
}
