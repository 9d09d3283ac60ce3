import { formatSeconds } from '../../core/text/duration.ts';
import type { StopStep } from '../kernel/stop-run.ts';

/** What a learner is told when a run was stopped that nobody had let go on. @param ms how long it went on */
export function overtimeNotice(ms: number, step: StopStep): string {
  const what = `This cell had been running for ${formatSeconds(ms)}, and nobody let it go on: it was stopped.`;
  // The other ways say themselves what has become of the variables.
  const kept = step === 'cancelled' ? ' Variables are kept.' : '';
  return `${what}${kept} If it needs longer, run it again and press “Let it go on” when you are asked.`;
}
