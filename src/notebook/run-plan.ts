import { MAX_SOURCE_LENGTH } from '../../core/limits/limits.ts';
import { isActive, type CellStatus } from './cell-status.ts';

/** What a plan needs to know of a cell. */
export interface PlannedCell {
  slug: string;
  text: string;
  status: CellStatus;
}

/**
 * Which cells "Run all" sends, in order: every one that is not on its way already and that the
 * server would take.
 */
export function planRun<Cell extends PlannedCell>(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ status, text }) => !isActive(status) && !isTooLong(text));
}

/** Which cells "Run all above" sends: those that stand before this one. */
export function planAbove<Cell extends PlannedCell>(cells: readonly Cell[], slug: string): Cell[] {
  const index = cells.findIndex((cell) => cell.slug === slug);
  return planRun(cells.slice(0, Math.max(0, index)));
}

/** Which cells "Restart and run to here" sends: this one, and those that stand before it. */
export function planUpTo<Cell extends PlannedCell>(cells: readonly Cell[], slug: string): Cell[] {
  const index = cells.findIndex((cell) => cell.slug === slug);
  return planRun(cells.slice(0, index + 1));
}

/** True for a cell that the server would refuse for its length. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_SOURCE_LENGTH;
}
