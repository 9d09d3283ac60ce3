/** Finds cells by their slug. */
export function bySlug<Cell extends { slug: string }>(
  cells: readonly Cell[],
): ReadonlyMap<string, Cell> {
  return new Map(cells.map((cell) => [cell.slug, cell]));
}
