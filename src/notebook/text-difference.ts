import type { Run } from '../../core/session/run.ts';

/** How the text of a cell is another than the one that ran: the learner has edited it, or switched the dialect. */
export type TextDifference = 'edited' | 'dialect';

/**
 * Compares what ran with what stands in the cell, by hashSource(); null when they are the same.
 * @param others hashes of the texts that the cell has in the other dialect
 */
export function textDifference(
  { sourceHash }: Pick<Run, 'sourceHash'>,
  hash: string,
  others: readonly string[],
): TextDifference | null {
  if (sourceHash === hash) return null;
  return others.includes(sourceHash) ? 'dialect' : 'edited';
}
