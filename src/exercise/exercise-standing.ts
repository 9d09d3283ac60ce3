import type { Run } from '../../core/session/run.ts';

/** How far the learner is with an exercise. */
export interface Standing {
  /** Its last run solved it, or an earlier one has. */
  isSolved: boolean;
  /** In a word or two. */
  word: string;
  /** What there is to do or to know. */
  text: string;
}

/**
 * @param run the newest run of the cell; null when there is none
 * @param wasSolved whether any run has ever solved it
 */
export function standingOf(run: Run | null, wasSolved: boolean): Standing {
  const outcome = run?.check;
  if (outcome?.isSolved) return { isSolved: true, word: 'Solved', text: '' };
  if (outcome && wasSolved) {
    return { isSolved: true, word: 'Solved before', text: `This run did not: ${outcome.text}` };
  }
  if (outcome) return { isSolved: false, word: 'Not yet', text: outcome.text };
  if (wasSolved) return { isSolved: true, word: 'Solved', text: '' };
  return { isSolved: false, word: 'Not solved yet', text: 'A run that goes well is checked.' };
}
