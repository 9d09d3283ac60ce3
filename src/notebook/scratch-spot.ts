/** Where a scratch cell stands: beside a cell of the lessons. */
export interface ScratchPlace {
  /** Slug of the lesson, for when the cell is no longer in it. */
  lesson: string;
  /** Slug of the cell of the lesson that it stands beside. */
  anchor: string;
  side: ScratchSide;
  /** Its order among those at the same spot: lower ones stand higher. */
  rank: number;
}

/** Which side of a cell something stands on. */
export type ScratchSide = 'above' | 'below';

/** The cells of a lesson, as far as places depend on them. */
export interface PlacedLesson {
  slug: string;
  cells: readonly string[];
}

/** Names a spot at which scratch cells may stand. */
export const spotBeside = (anchor: string, side: ScratchSide) => `${side}:${anchor}`;
/** The end of a lesson: for those whose cell is no longer there. */
export const spotAtEndOf = (lesson: string) => `end:${lesson}`;
/** The end of the notebook: for those whose lesson is no longer there. */
export const SPOT_AT_END = 'end';

/** The spot at which a scratch cell is shown. */
export function spotOf(place: ScratchPlace, lessons: readonly PlacedLesson[]): string {
  if (lessons.some(({ cells }) => cells.includes(place.anchor))) {
    return spotBeside(place.anchor, place.side);
  }
  const hasLesson = lessons.some(({ slug }) => slug === place.lesson);
  return hasLesson ? spotAtEndOf(place.lesson) : SPOT_AT_END;
}
