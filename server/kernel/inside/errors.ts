import type { ThrownValue } from '../wire.ts';
import { emitLateError } from './emit.ts';
import { render, shorten } from './render.ts';
import { shownUnder, findRun, Interrupted } from './run-context.ts';

/** Scripts of cells are named `cell:<run>/<slug>.ts`; only they show in stacks. */
const CELL_FRAME = /cell:([A-Za-z0-9_-]+)\//;

/** What is shown of a name, a message and a stack, in characters. */
const MAX_NAME = 200;
const MAX_MESSAGE = 10_000;
const MAX_STACK = 20_000;

/** Keeps our own frames and paths out of every stack that a learner can see. */
export function installStacks(): void {
  Error.stackTraceLimit = 30;
  Error.prepareStackTrace = (error, frames) => {
    const own = frames
      .filter((frame) => frame.getScriptNameOrSourceURL()?.startsWith('cell:'))
      .map((frame) => `    at ${frameText(frame)}`);
    return [header(error), ...own].join('\n');
  };
}

function frameText(frame: NodeJS.CallSite): string {
  const place = `${frame.getScriptNameOrSourceURL()}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  const name = frame.getFunctionName();
  return name ? `${name} (${place})` : place;
}

function header(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}

/** Whatever was thrown, as plain text; never throws. */
export function describe(thrown: unknown): ThrownValue {
  try {
    if (thrown instanceof Error) {
      const stack = typeof thrown.stack === 'string' ? thrown.stack : '';
      return {
        name: String(thrown.name).slice(0, MAX_NAME),
        message: shorten(String(thrown.message), MAX_MESSAGE),
        // Its frames are at the end.
        stack: stack.slice(-MAX_STACK),
      };
    }
  } catch {
    // A getter of the thrown object threw: show it like any other value.
  }
  return { name: 'Thrown', message: render(thrown), stack: '' };
}

/** Shows an error that no cell awaits under the run that its stack names, or else the current one. */
export function reportLate(thrown: unknown, run = shownUnder()): void {
  if (thrown instanceof Interrupted) return;
  const error = describe(thrown);
  const named = CELL_FRAME.exec(error.stack)?.[1];
  const owner = (named && findRun(named)) || run;
  if (owner) emitLateError(owner, error);
}

/** Keeps the kernel alive through errors that nobody catches, and shows them. */
export function installLateErrors(): void {
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    reportLate(event.reason);
  });
  globalThis.addEventListener('error', (event) => {
    event.preventDefault();
    reportLate(event.error);
  });
}
