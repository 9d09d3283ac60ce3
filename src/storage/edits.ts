/**
 * What belongs here: the texts of cells that the learner has changed, in localStorage, so that they
 * are there tomorrow and in every tab. One key per cell, so that two tabs do not overwrite each
 * other's cells. A later form of the value gets a new VERSION and reads the older ones.
 */
import * as v from 'valibot';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 1;

const Edit = v.object({
  text: v.string(),
  /** hashSource() of the original that was edited, to tell when the lesson has changed since. */
  original: v.string(),
});
/** A kept edit. */
export type Edit = v.InferOutput<typeof Edit>;

const keyOf = (cell: string) => `streambook:edit:${VERSION}:${cell}`;

/** The kept edit of a cell; null when there is none, or none that can be read. */
export function loadEdit(storage: SafeStorage, cell: string): Edit | null {
  const stored = storage.get(keyOf(cell));
  if (stored === null) return null;
  try {
    const result = v.safeParse(Edit, JSON.parse(stored));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Keeps an edit, or forgets it when there is none any more. False when the browser has no room for it. */
export function saveEdit(storage: SafeStorage, cell: string, edit: Edit | null): boolean {
  if (edit !== null) return storage.set(keyOf(cell), JSON.stringify(edit));
  storage.remove(keyOf(cell));
  return true;
}
