import type { Dialect } from './lesson.ts';

/** What a cell asks the learner to do. The task itself is the prose before it. */
export interface Exercise {
  /** A text of the cell that does what is asked; null in a dialect in which the cell is not written. */
  solution: Record<Dialect, string | null>;
  /**
   * The body of a function that looks whether it was done, after the cell has run well: it returns a
   * sentence that helps, or nothing when the exercise is solved. null in the second dialect when the
   * first one's fits both.
   */
  check: Record<Dialect, string | null>;
}

/** The check of an exercise in a dialect. */
export function checkIn({ check }: Exercise, dialect: Dialect): string {
  return check[dialect] ?? check.walrus ?? '';
}
