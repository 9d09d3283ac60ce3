import { helpForError } from '../../core/help/help-for-error.ts';
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
    help: helpForError(name, message),
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
    help: {
      topic: 'never-resolved',
      text: 'Look for a promise whose resolve is never called, or a timer that was cleared.',
    },
    late: false,
  };
}

/** The platform's advice to start it with another flag is of no use to a learner. */
function notCapable(message: string): string {
  const what = message.replace(/, run again with.*$/s, '');
  return `A cell reaches its own Redis and nothing else: no files, network, environment or other processes. (${what})`;
}
