import {
  SPOT_AT_END,
  spotAtEndOf,
  spotBeside,
  spotOf,
  type PlacedLesson,
  type ScratchPlace,
} from './scratch-spot.ts';

/** A scratch cell with its place. */
export interface Placed {
  slug: string;
  place: ScratchPlace;
}

/** The scratch cells at each spot, in their order. */
export function scratchBySpot<Cell extends Placed>(
  scratch: readonly Cell[],
  lessons: readonly PlacedLesson[],
): ReadonlyMap<string, readonly Cell[]> {
  const bySpot = new Map<string, Cell[]>();
  for (const cell of [...scratch].sort(byRank)) {
    const spot = spotOf(cell.place, lessons);
    const there = bySpot.get(spot);
    if (there) there.push(cell);
    else bySpot.set(spot, [cell]);
  }
  return bySpot;
}

/** By their slugs where two tabs have given the same rank, so that both show the same order. */
function byRank(a: Placed, b: Placed): number {
  return a.place.rank - b.place.rank || (a.slug < b.slug ? -1 : 1);
}

/** Slugs of all cells in reading order, those of the lessons and scratch cells. */
export function readingOrder(
  lessons: readonly PlacedLesson[],
  bySpot: ReadonlyMap<string, readonly Placed[]>,
): string[] {
  const at = (spot: string) => (bySpot.get(spot) ?? []).map(({ slug }) => slug);
  return [
    ...lessons.flatMap((lesson) => [
      ...lesson.cells.flatMap((slug) => [
        ...at(spotBeside(slug, 'above')),
        slug,
        ...at(spotBeside(slug, 'below')),
      ]),
      ...at(spotAtEndOf(lesson.slug)),
    ]),
    ...at(SPOT_AT_END),
  ];
}
