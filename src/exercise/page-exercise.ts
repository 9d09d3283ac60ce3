import { checkIn } from '../../core/lesson/exercise.ts';
import type { Cell, Dialect } from '../../core/lesson/lesson.ts';
import { forEachDialect } from '../../core/lesson/dialects.ts';

/** An exercise as the page has it: its texts in each dialect. */
export interface PageExercise {
  solution: Record<Dialect, string>;
  check: Record<Dialect, string>;
}

/** What the page needs of the exercise that a cell is; null when it is none. */
export function pageExercise({ exercise }: Cell): PageExercise | null {
  if (exercise === null) return null;
  const { solution } = exercise;
  return {
    solution: forEachDialect((dialect) => solution[dialect] ?? solution.walrus ?? ''),
    check: forEachDialect((dialect) => checkIn(exercise, dialect)),
  };
}
