/**
 * What belongs here: where in the notebook the learner was last, on whatever day and in whichever
 * tab, in localStorage. A later form of the value gets a new VERSION and reads the older ones.
 */
import * as v from 'valibot';
import { readValue } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 1;
const KEY = `streambook:last-place:${VERSION}`;

const LastPlace = v.object({
  /** Slug of the lesson. */
  lesson: v.string(),
  /** Slug of the cell in it; null when it was above the first one. */
  cell: v.nullable(v.string()),
});
export type LastPlace = v.InferOutput<typeof LastPlace>;

export function loadLastPlace(storage: SafeStorage): LastPlace | null {
  return readValue(storage, KEY, LastPlace);
}

export function saveLastPlace(storage: SafeStorage, place: LastPlace | null): void {
  if (place === null) storage.remove(KEY);
  else storage.set(KEY, JSON.stringify(place));
}
