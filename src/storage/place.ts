/**
 * What belongs here: where in the notebook this tab was, in sessionStorage. A number of pixels
 * would not do, because outputs that arrive after a reload push everything below them down.
 */
import * as v from 'valibot';
import type { SafeStorage } from './safe-storage.ts';

const key = 'streambook:place:1';

const Place = v.object({
  /** Id of the element that was at the top of the window. */
  element: v.string(),
  /** Distance of its upper edge from that of the window, in CSS pixels. */
  offset: v.number(),
  /** Slug of the cell that had the focus; null when none had. */
  cell: v.nullable(v.string()),
});
export type Place = v.InferOutput<typeof Place>;

export function loadPlace(storage: SafeStorage): Place | null {
  try {
    const result = v.safeParse(Place, JSON.parse(storage.get(key) ?? 'null'));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

export function savePlace(storage: SafeStorage, place: Place | null): void {
  if (place === null) storage.remove(key);
  else storage.set(key, JSON.stringify(place));
}
