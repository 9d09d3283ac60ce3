import type { Output } from '../session/run.ts';
import type { Help } from './help.ts';
import type { Topic } from './topic.ts';

/** What is said of a null by somebody who knows the commands of the run. */
const KNOW_MORE: readonly Topic[] = ['null-reply', 'deleted-pending'];

/**
 * The outputs of a run without the help that its hints give better: an error alone does not tell why
 * something is null.
 */
export function toldOnce(outputs: readonly Output[], hints: readonly Help[]): readonly Output[] {
  if (!hints.some(({ topic }) => KNOW_MORE.includes(topic))) return outputs;
  return outputs.map((output) =>
    output.kind === 'error' && output.help?.topic === 'null-reply'
      ? { ...output, help: null }
      : output,
  );
}
