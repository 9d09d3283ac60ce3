import type { Output, Run } from '../../core/session/run.ts';
import { hasEnded } from '../../core/session/run.ts';
import { sizeOfValues } from '../../core/value/size-of-values.ts';

const DROPPED = {
  kind: 'notice',
  text: 'This output was dropped to make room for newer ones. Run the cell again to see it.',
} as const satisfies Output;

/** Characters that the outputs of a run hold. */
export function outputLength(run: Run): number {
  let length = 0;
  for (const output of run.outputs) {
    length +=
      output.kind === 'error' ? output.message.length + output.stack.length : output.text.length;
    if (output.kind === 'text' || output.kind === 'value')
      length += sizeOfValues(output.values).characters;
  }
  return length;
}

/** The runs with the outputs of the oldest ended ones dropped until all hold at most `max` characters. */
export function trimOutputs(runs: readonly Run[], max: number): Run[] {
  let total = runs.reduce((sum, run) => sum + outputLength(run), 0);
  return runs.map((run) => {
    const length = outputLength(run);
    if (total <= max || !hasEnded(run.status) || length < DROPPED.text.length) return run;
    total -= length;
    return { ...run, outputs: [DROPPED] };
  });
}
