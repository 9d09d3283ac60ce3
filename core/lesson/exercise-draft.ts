import type { Exercise } from './exercise.ts';
import type { ExerciseFence } from './exercise-fence.ts';
import type { Cell } from './lesson.ts';

/** An exercise of which not all parts may have been read yet. */
export interface ExerciseDraft {
  cell: Cell;
  exercise: Exercise;
  /** The line (1-based) on which its first part begins. */
  line: number;
}

/** An exercise without its parts. */
export function emptyExercise(): Exercise {
  return {
    solution: { walrus: null, 'node-redis': null },
    check: { walrus: null, 'node-redis': null },
  };
}

/**
 * Takes in a part of an exercise.
 * @throws Error (without a place) when it is there already
 */
export function addPart({ exercise }: ExerciseDraft, fence: ExerciseFence, code: string): void {
  const texts = exercise[fence.part];
  if (texts[fence.dialect] !== null) throw new Error(`the ${fence.part} is given twice`);
  texts[fence.dialect] = code;
}

/** What an exercise lacks, in a sentence that says what to add; null when it is whole. */
export function lackOf({ cell, exercise: { solution, check } }: ExerciseDraft): string | null {
  const add = (what: string, attributes: string) =>
    `the exercise "${cell.slug}" has no ${what}: add a fence \`ts cell=${cell.slug} ${attributes}\``;
  if (solution.walrus === null) return add('solution', 'solution');
  if (check.walrus === null) return add('check', 'check');
  if (cell.code['node-redis'] === null || solution['node-redis'] !== null) return null;
  return add('solution for node-redis', 'solution dialect=node-redis');
}
