import {
  MAX_PRINTED_VALUES,
  MAX_RUN_VALUE_CHARACTERS,
  MAX_RUN_VALUES,
} from '../../../core/limits/limits.ts';
import { sizeOfValues } from '../../../core/value/size-of-values.ts';
import type { Value } from '../../../core/value/value.ts';
import { cutNotice } from '../cut-notice.ts';
import { BINDING, type KernelSignal, type ThrownValue } from '../wire.ts';
import type { RunContext } from './run-context.ts';
import { structure } from './values/structure.ts';

const { stringify } = JSON;
const { apply } = Reflect;
const now = Date.now.bind(Date);
const later = globalThis.setImmediate;

// The process runs as soon as the server is connected to its inspector, a moment before the binding is made.
while (typeof Reflect.get(globalThis, BINDING) !== 'function') {
  await new Promise((resolve) => later(resolve));
}

// Taken out of reach before any cell runs, so that no cell can speak for the kernel.
const send: (payload: string) => void = takeBinding();

function takeBinding(): (payload: string) => void {
  const binding: unknown = Reflect.get(globalThis, BINDING);
  if (typeof binding !== 'function') throw new Error(`no ${BINDING}: not started by the server`);
  Reflect.deleteProperty(globalThis, BINDING);
  return (payload) => void apply(binding, undefined, [payload]);
}

/** Text that waits to be sent together with what follows it at once. */
let waiting: { run: RunContext; stream: 'stdout' | 'stderr'; text: string } | undefined;
let lastFlush = 0;
let maxOutput = 1_000_000;

/** Text is sent when this much has come together, or this much time (ms) has passed, or the loop turns. */
const FLUSH_LENGTH = 8192;
const FLUSH_AFTER = 30;

/** Text that changes between the two streams is many small outputs: each counts as so many characters. */
const SWITCH_COST = 100;

/** Late errors that one run may show. */
const MAX_LATE_ERRORS = 50;

export function limitOutput(characters: number): void {
  maxOutput = characters;
}

/** Sends a signal, after the text that came before it. */
export function emit(signal: KernelSignal): void {
  flush();
  send(stringify(signal));
}

/**
 * Shows text under a run, in order; beyond the limit it is dropped, and said once.
 * @param values what the text shows, where their structure is to be told too
 */
export function emitText(
  run: RunContext | undefined,
  stream: 'stdout' | 'stderr',
  text: string,
  values: readonly unknown[] | null = null,
) {
  if (!run || text === '' || run.outputCut) return;
  run.activity++;
  const room = Math.max(0, maxOutput - run.shown);
  const part = text.length > room ? text.slice(0, room) : text;
  // The first text of a run is sent at once: a busy loop after it would hold it back.
  const first = run.shown === 0;
  run.shown += part.length;
  if (waiting && (waiting.run !== run || waiting.stream !== stream)) flush();
  if (run.lastStream !== stream) run.shown += SWITCH_COST;
  run.lastStream = stream;
  const structured =
    values && part.length === text.length ? structureWithin(run, text, values) : undefined;
  if (structured) {
    emit({ kind: 'text', run: run.id, stream, text, values: structured });
    lastFlush = now();
    return;
  }
  if (waiting) waiting.text += part;
  else {
    waiting = { run, stream, text: part };
    later(flush);
  }
  if (part.length < text.length) {
    run.outputCut = true;
    emit({ kind: 'notice', run: run.id, text: cutNotice(maxOutput) });
  } else if (first || waiting.text.length >= FLUSH_LENGTH || now() - lastFlush >= FLUSH_AFTER)
    flush();
}

/** The structure of what a run prints, for the first values: a loop that prints costs no more than its text. */
function structureWithin(
  run: RunContext,
  text: string,
  values: readonly unknown[],
): Value[] | undefined {
  if (values.length > MAX_PRINTED_VALUES || run.values >= MAX_RUN_VALUES) return undefined;
  if (run.valueCharacters >= MAX_RUN_VALUE_CHARACTERS) return undefined;
  const structured = structure(values, text);
  // What is not sent takes no place of what could be.
  if (structured === undefined) return undefined;
  run.values++;
  run.valueCharacters += sizeOfValues(structured).characters;
  return structured;
}

/** Shows an error that no cell awaits; beyond the limit it is dropped, and said once. */
export function emitLateError(run: RunContext, error: ThrownValue): void {
  if (++run.lateErrors <= MAX_LATE_ERRORS) emit({ kind: 'late-error', run: run.id, error });
  else if (run.lateErrors === MAX_LATE_ERRORS + 1) {
    const text = `There were more errors: only the first ${MAX_LATE_ERRORS} are shown.`;
    emit({ kind: 'notice', run: run.id, text });
  }
}

export function flush(): void {
  if (!waiting) return;
  const { run, stream, text } = waiting;
  waiting = undefined;
  lastFlush = now();
  send(stringify({ kind: 'text', run: run.id, stream, text } satisfies KernelSignal));
}
