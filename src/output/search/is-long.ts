import type { Output } from '../../../core/session/run.ts';

/** Outputs, and characters of one, from which on it is worth to look for something in them. */
const MANY_OUTPUTS = 80;
const MANY_CHARACTERS = 6000;
const MANY_LINES = 30;

/** True when the outputs of a run are more than one sees at once. */
export function isLong(outputs: readonly Output[]): boolean {
  return outputs.length > MANY_OUTPUTS || outputs.some(hasLongText);
}

function hasLongText(output: Output): boolean {
  if (output.kind !== 'text' && output.kind !== 'value') return false;
  const { text } = output;
  if (text.length > MANY_CHARACTERS) return true;
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines > MANY_LINES;
}
