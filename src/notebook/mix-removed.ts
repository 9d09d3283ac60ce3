import type { Placed } from './scratch-order.ts';

/** A scratch cell that is there, or that was removed and can be brought back. */
export interface Mixed<Cell extends Placed> {
  scratch: Cell;
  isRemoved: boolean;
}

/** The cells at a spot in their order, with those that were removed at the places that they had. */
export function mixRemoved<Cell extends Placed>(
  there: readonly Cell[],
  removed: readonly Cell[],
): Mixed<Cell>[] {
  return [
    ...there.map((scratch) => ({ scratch, isRemoved: false })),
    ...removed.map((scratch) => ({ scratch, isRemoved: true })),
  ].sort((a, b) => a.scratch.place.rank - b.scratch.place.rank);
}
