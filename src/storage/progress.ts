/**
 * What belongs here: which cells of the lessons the learner has got to run well, in localStorage. One
 * key per cell, so that tabs do not overwrite each other's. A later form of the value gets a new
 * VERSION and reads the older ones.
 */
import * as v from 'valibot';
import { readValue } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 1;
const PREFIX = `streambook:progress:${VERSION}:`;

const Progress = v.object({
  /** When it first ran well, Unix time in ms. */
  ok: v.number(),
});

/** Cells that have run well, with the time of the first such run (Unix ms). */
export function loadProgress(storage: SafeStorage): Map<string, number> {
  const done = storage.keys(PREFIX).flatMap((key): [string, number][] => {
    const progress = readValue(storage, key, Progress);
    return progress === null ? [] : [[key.slice(PREFIX.length), progress.ok]];
  });
  return new Map(done);
}

/** Keeps that a cell has run well. False when the browser has no room for it. */
export function saveProgress(storage: SafeStorage, cell: string, ok: number): boolean {
  return storage.set(PREFIX + cell, JSON.stringify({ ok }));
}

/** True when a key of the storage is about progress. */
export function isProgress(key: string): boolean {
  return key.startsWith(PREFIX);
}
