/**
 * What belongs here: what the learner wrote into cells of the lessons, in localStorage. One key for
 * each cell and dialect, so that tabs do not overwrite each other's cells. A later form of the value
 * gets a new VERSION and reads the older ones.
 */
import * as v from 'valibot';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { isUntouched, type KeptText } from '../notebook/kept-text.ts';
import { readValue } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 2;
/** Those of walrus are named as they were when there was no other dialect: older pages find them. */
const PREFIX: Record<Dialect, string> = {
  walrus: `streambook:edit:${VERSION}:`,
  'node-redis': `streambook:edit-node-redis:${VERSION}:`,
};
const PREFIX_1 = 'streambook:edit:1:';

/** Which text of the notebook an edit is of. */
export interface EditedText {
  /** Slug of the cell. */
  cell: string;
  dialect: Dialect;
}

/** Texts of tabs that did not give way; see KeptText. */
export const Others = v.array(v.object({ tab: v.string(), text: v.string() }));
/** Texts that were given up; see KeptText. */
export const Discarded = v.array(v.string());
/** Which tabs have written; see KeptText. Pages of before do not say. */
export const Writes = v.optional(v.array(v.object({ tab: v.string(), count: v.number() })), []);

const Edit = v.object({
  text: v.nullable(v.string()),
  /** hashSource() of the original that was edited, to tell when the lesson has changed since. */
  original: v.nullable(v.string()),
  /** Name and lesson of the cell, to tell of it when it is no longer there. */
  title: v.string(),
  lesson: v.string(),
  others: Others,
  discarded: Discarded,
  writes: Writes,
});
/** A kept edit, with the name and the lesson of its cell. */
export type Edit = KeptText & { title: string; lesson: string };

/** The first form: a text, and the hash of its original. */
const Edit1 = v.object({ text: v.string(), original: v.string() });

/** The kept edit of a text; null when there is none, or none that can be read. */
export function loadEdit(storage: SafeStorage, of: EditedText): Edit | null {
  const edit = readValue(storage, keyOf(of), Edit);
  if (of.dialect !== 'walrus') return edit;
  const old = readValue(storage, PREFIX_1 + of.cell, Edit1);
  if (old === null) return edit;
  if (edit === null) {
    return { ...old, title: of.cell, lesson: '', others: [], discarded: [], writes: [] };
  }
  // A page of the older form was open after one of this.
  if (old.text === edit.text) return edit;
  return { ...edit, others: [...edit.others, { tab: 'older page', text: old.text }] };
}

/** Keeps an edit, or forgets it when nothing of it could be lost. False when the browser has no room for it. */
export function saveEdit(storage: SafeStorage, of: EditedText, edit: Edit | null): boolean {
  if (edit === null || isUntouched(edit)) storage.remove(keyOf(of));
  else if (!storage.set(keyOf(of), JSON.stringify(edit))) return false;
  if (of.dialect === 'walrus') storage.remove(PREFIX_1 + of.cell);
  return true;
}

/** The texts that have an edit. */
export function editedTexts(storage: SafeStorage): EditedText[] {
  return DIALECTS.flatMap((dialect) => {
    const prefixes = dialect === 'walrus' ? [PREFIX.walrus, PREFIX_1] : [PREFIX[dialect]];
    const cells = prefixes.flatMap((prefix) =>
      storage.keys(prefix).map((key) => key.slice(prefix.length)),
    );
    return [...new Set(cells)].map((cell) => ({ cell, dialect }));
  });
}

/** The text that a key of the storage is about; null when it is about something else. */
export function editedTextOf(key: string): EditedText | null {
  const dialect = DIALECTS.find((one) => key.startsWith(PREFIX[one]));
  return dialect === undefined ? null : { cell: key.slice(PREFIX[dialect].length), dialect };
}

/** What is stored for a text, as it is: to see whether another tab has written. */
export function storedEdit(storage: SafeStorage, of: EditedText): string | null {
  return storage.get(keyOf(of));
}

function keyOf({ cell, dialect }: EditedText): string {
  return PREFIX[dialect] + cell;
}

/** The part of an edit that all cells have. */
export function textOfEdit({ text, original, others, discarded, writes }: Edit): KeptText {
  return { text, original, others, discarded, writes };
}
