/**
 * What belongs here: the learner's own cells, in localStorage. One key per cell, with its text, its
 * name and its place, so that tabs which add and remove cells do not overwrite each other's. A later
 * form of the value gets a new VERSION and reads the older ones.
 */
import * as v from 'valibot';
import type { KeptText } from '../notebook/kept-text.ts';
import type { ScratchPlace } from '../notebook/scratch-spot.ts';
import { Discarded, Others, Writes } from './edits.ts';
import { readValue } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 1;
const PREFIX = `streambook:scratch:${VERSION}:`;

/** A kept scratch cell. */
export const KeptScratch = v.object({
  slug: v.pipe(v.string(), v.regex(/^scratch-[a-z0-9]{1,32}$/)),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  text: v.string(),
  others: v.optional(Others, []),
  discarded: v.optional(Discarded, []),
  writes: Writes,
  place: v.object({
    lesson: v.string(),
    anchor: v.string(),
    side: v.picklist(['above', 'below']),
    rank: v.pipe(v.number(), v.finite()),
  }),
});
export type KeptScratch = Omit<KeptText, 'original' | 'text'> & {
  slug: string;
  title: string;
  text: string;
  place: ScratchPlace;
};

/** All scratch cells that can be read. */
export function loadScratchCells(storage: SafeStorage): KeptScratch[] {
  return keptScratchSlugs(storage).flatMap((slug) => loadScratchCell(storage, slug) ?? []);
}

/** Slugs of all scratch cells, also of those that cannot be read. */
export function keptScratchSlugs(storage: SafeStorage): string[] {
  return storage.keys(PREFIX).map((key) => key.slice(PREFIX.length));
}

/** One scratch cell; null when there is none, or none that can be read. */
export function loadScratchCell(storage: SafeStorage, slug: string): KeptScratch | null {
  return readValue(storage, PREFIX + slug, KeptScratch);
}

/** Keeps a scratch cell. False when the browser has no room for it. */
export function saveScratchCell(storage: SafeStorage, cell: KeptScratch): boolean {
  return storage.set(PREFIX + cell.slug, JSON.stringify(cell));
}

export function removeScratchCell(storage: SafeStorage, slug: string): void {
  storage.remove(PREFIX + slug);
}

/** What is stored of a scratch cell, as it is: to see whether another tab has written. */
export function storedScratchCell(storage: SafeStorage, slug: string): string | null {
  return storage.get(PREFIX + slug);
}

/** The scratch cell that a key of the storage is about; null when it is about something else. */
export function scratchSlugOf(key: string): string | null {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
}
