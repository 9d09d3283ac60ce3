import type { Output } from '../../core/session/run.ts';
import { framesIn, presentFrames, type Shift } from './present-frames.ts';
import { CellSyntaxError } from './transpile/cell-syntax-error.ts';
import type { ThrownValue } from './wire.ts';

type ErrorOutput = Extract<Output, { kind: 'error' }>;

/**
 * An error as the learner sees it: names of cells, positions in their text, a sentence that helps.
 * @param run the run that it is shown under: the first of its frames is the position
 * @param shift how many columns too high the first line of a run's script is
 */
export function presentError(
  thrown: ThrownValue,
  run: string,
  shift: Shift,
  late: boolean,
): ErrorOutput {
  const place = framesIn(thrown.stack, shift).find((frame) => frame.run === run);
  const stack = thrown.stack
    .split('\n')
    .filter((line) => line.includes('cell:'))
    .map((line) => presentFrames(line, shift))
    .join('\n');
  const { name, message } = thrown;
  return {
    kind: 'error',
    name,
    message: name === 'NotCapable' ? notCapable(message) : message,
    stack,
    line: place?.line ?? null,
    column: place?.column ?? null,
    help: helpFor(name, message),
    late,
  };
}

/** A syntax error, found before anything ran. */
export function presentSyntaxError(error: CellSyntaxError): ErrorOutput {
  const { name, message, line, column } = error;
  return { kind: 'error', name, message, stack: '', line, column, help: null, late: false };
}

/** A cell that awaits for ever, as V8 finds out when it collects the promise. */
export function presentUnresolvable(): ErrorOutput {
  return {
    kind: 'error',
    name: 'Never ends',
    message: 'This cell awaits a promise that nothing can resolve any more.',
    stack: '',
    line: null,
    column: null,
    help: 'Look for a promise whose resolve is never called, or a timer that was cleared.',
    late: false,
  };
}

/** The platform's advice to start it with another flag is of no use to a learner. */
function notCapable(message: string): string {
  const what = message.replace(/, run again with.*$/s, '');
  return `A cell reaches its own Redis and nothing else: no files, network, environment or other processes. (${what})`;
}

const HELP: readonly [RegExp, string][] = [
  [
    /^ReferenceError: (\S+) is not defined/,
    '$1 is declared in no cell that has run: run the cells above first.',
  ],
  [
    /Identifier '(.+)' has already been declared/,
    'Another cell declares $1 with another kind of declaration (function or var against const, let or class): use the same kind, or another name.',
  ],
  [
    /Assignment to constant variable/,
    'It was declared with const: declare it with let to assign it again.',
  ],
  [
    /BUSYGROUP/,
    'A group of this name is there already: that is fine, go on using it, or destroy it first.',
  ],
  [
    /NOGROUP/,
    'Create the consumer group first; if it was there, its stream has been deleted or emptied.',
  ],
  [/WRONGTYPE/, 'This key holds another type of value: use another key, or delete it first.'],
  [
    /equal or smaller than the target stream top item/,
    'Ids in a stream must rise, even after deletes: let Redis choose the id, or clear the stream.',
  ],
  [/NOPERM/, 'In this notebook every learner may use data commands only.'],
  [/OOM command not allowed/, 'This Redis is full: delete or trim something, then go on.'],
];

function helpFor(name: string, message: string): string | null {
  const text = `${name}: ${message}`;
  for (const [pattern, help] of HELP) {
    const match = pattern.exec(text);
    if (match) return help.replace('$1', match[1] ?? '');
  }
  return null;
}
