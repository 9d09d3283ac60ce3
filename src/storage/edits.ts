/**
 * What belongs here: what the learner wrote into cells of the lessons, in localStorage. One key per
 * cell, so that tabs do not overwrite each other's cells. A later form of the value gets a new
 * VERSION and reads the older ones.
 */
import * as v from 'valibot';
import { isUntouched, type KeptText } from '../notebook/kept-text.ts';
import { readValue } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 2;
const PREFIX = `streambook:edit:${VERSION}:`;
const PREFIX_1 = 'streambook:edit:1:';

/** Texts of tabs that did not give way; see KeptText. */
export const Others = v.array(v.object({ tab: v.string(), text: v.string() }));
/** Texts that were given up; see KeptText. */
export const Discarded = v.array(v.string());

const Edit = v.object({
  text: v.nullable(v.string()),
  /** hashSource() of the original that was edited, to tell when the lesson has changed since. */
  original: v.nullable(v.string()),
  /** Name and lesson of the cell, to tell of it when it is no longer there. */
  title: v.string(),
  lesson: v.string(),
  others: Others,
  discarded: Discarded,
});
/** A kept edit, with the name and the lesson of its cell. */
export type Edit = KeptText & { title: string; lesson: string };

/** The first form: a text, and the hash of its original. */
const Edit1 = v.object({ text: v.string(), original: v.string() });

/** The kept edit of a cell; null when there is none, or none that can be read. */
export function loadEdit(storage: SafeStorage, cell: string): Edit | null {
  const edit = readValue(storage, PREFIX + cell, Edit);
  const old = readValue(storage, PREFIX_1 + cell, Edit1);
  if (old === null) return edit;
  if (edit === null) return { ...old, title: cell, lesson: '', others: [], discarded: [] };
  // A page of the older form was open after one of this.
  if (old.text === edit.text) return edit;
  return { ...edit, others: [...edit.others, { tab: 'older page', text: old.text }] };
}

/** Keeps an edit, or forgets it when nothing of it could be lost. False when the browser has no room for it. */
export function saveEdit(storage: SafeStorage, cell: string, edit: Edit | null): boolean {
  if (edit === null || isUntouched(edit)) storage.remove(PREFIX + cell);
  else if (!storage.set(PREFIX + cell, JSON.stringify(edit))) return false;
  storage.remove(PREFIX_1 + cell);
  return true;
}

/** The cells that have an edit. */
export function editedCells(storage: SafeStorage): string[] {
  const cells = [PREFIX, PREFIX_1].flatMap((prefix) =>
    storage.keys(prefix).map((key) => key.slice(prefix.length)),
  );
  return [...new Set(cells)];
}

/** The cell that a key of the storage is about; null when it is about something else. */
export function editedCellOf(key: string): string | null {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
}

/** What is stored for a cell, as it is: to see whether another tab has written. */
export function storedEdit(storage: SafeStorage, cell: string): string | null {
  return storage.get(PREFIX + cell);
}

/** The part of an edit that all cells have. */
export function textOfEdit({ text, original, others, discarded }: Edit): KeptText {
  return { text, original, others, discarded };
}
