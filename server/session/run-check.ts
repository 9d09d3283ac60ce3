import type { CheckOutcome } from '../../core/session/run.ts';
import type { RunResult } from '../kernel/kernel.ts';
import { settlesWithin } from '../kernel/within.ts';
import { checkProgram, NOT_YET } from './check-program.ts';
import type { Room } from './room.ts';

/** How long a check may take, in ms. */
const CHECK_MS = 10_000;

/** Longest sentence of a check that is passed on, in characters. */
const LONGEST = 2000;

/** A run that went well, of a cell that is an exercise. */
interface Checked {
  run: string;
  cell: string;
  check: string;
}

/**
 * Looks whether an exercise is solved. It runs in the learner's kernel under a name that the session
 * does not know, so that nothing of it is counted, recorded or shown as theirs.
 * @throws InspectorClosed when the kernel dies meanwhile
 */
export async function runCheck(
  { kernel, redis }: Room,
  { run, cell, check }: Checked,
): Promise<CheckOutcome> {
  const id = `${run}-check`;
  const checking = kernel.run(id, cell, checkProgram(check));
  const isInTime = await settlesWithin(CHECK_MS, checking);
  if (!isInTime) await kernel.stop(id, redis, true);
  return outcomeOf(await checking);
}

function outcomeOf({ status, output }: RunResult): CheckOutcome {
  if (status === 'ok') return { isSolved: true, text: '' };
  const text =
    output?.kind !== 'error'
      ? `It could not be checked within ${CHECK_MS / 1000} seconds. Run the cell again.`
      : output.name === NOT_YET
        ? output.message
        : `The check came upon an error: ${output.name}: ${output.message}`;
  return { isSolved: false, text: text.slice(0, LONGEST) };
}
