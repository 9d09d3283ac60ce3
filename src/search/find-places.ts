import type { Place } from './place.ts';
import { snippet } from './snippet.ts';
import { splitMatches, type Piece } from './split-matches.ts';

/** A place that was found, as it is shown. */
export interface Found<P extends Place = Place> {
  place: P;
  title: Piece[];
  /** What stands around the words; null where they are in the title alone. */
  excerpt: Piece[] | null;
}

/** The words of a query, in lower case. */
export function wordsOf(query: string): string[] {
  return [...new Set(query.toLowerCase().split(/\s+/).filter(Boolean))];
}

/** The places that have all words of a query, in title or text, in their order; none for an empty one. */
export function findPlaces<P extends Place>(places: readonly P[], query: string): Found<P>[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return places.flatMap((place) => {
    // The heading above a paragraph is found by itself.
    const own = place.kind === 'prose' ? place.text : `${place.title}\n${place.text}`;
    const lower = own.toLowerCase();
    if (!words.every((word) => lower.includes(word))) return [];
    const excerpt = snippet(place.text, words);
    return [
      {
        place,
        title: splitMatches(place.title, words),
        excerpt: excerpt === null ? null : splitMatches(excerpt, words),
      },
    ];
  });
}
