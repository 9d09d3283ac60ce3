import { cellsOf } from './cells-of.ts';
import type { Cell, Lesson } from './lesson.ts';

/**
 * What is wrong with the cells that a cell names, in a sentence; null when nothing is. Those that it needs
 * and the one that it wakes stand above it, and only a cell that waits can be woken.
 * @param above all cells above it, also those of lessons before
 */
function wrongBond({ needs, wakes }: Cell, above: ReadonlyMap<string, Cell>): string | null {
  for (const slug of needs) {
    if (!above.has(slug)) return `needs="…" names "${slug}", and no cell above is called so`;
  }
  if (wakes === null) return null;
  const woken = above.get(wakes);
  if (woken === undefined) return `wakes="…" names "${wakes}", and no cell above is called so`;
  return woken.blocking ? null : `wakes="…" names "${wakes}", which is not marked as blocking`;
}

/**
 * The first cell of a lesson that names a cell which it cannot name, and what is wrong with that; null
 * when there is none.
 * @param before all cells of the lessons before it
 */
export function findWrongBond(
  lesson: Lesson,
  before: ReadonlyMap<string, Cell>,
): { slug: string; what: string } | null {
  const above = new Map(before);
  for (const cell of cellsOf(lesson)) {
    const what = wrongBond(cell, above);
    if (what !== null) return { slug: cell.slug, what };
    above.set(cell.slug, cell);
  }
  return null;
}
