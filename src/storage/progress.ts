/**
 * What belongs here: which cells of the lessons the learner has got to run well, and which exercises are
 * solved, in localStorage. One key per cell, so that tabs do not overwrite each other's. A later form of
 * the value gets a new VERSION and reads the older ones.
 */
import * as v from 'valibot';
import { readValue } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 1;

/** `progress`: the cell has run well. `solved`: it is an exercise, and a run has solved it. */
export type Milestone = 'progress' | 'solved';

const Progress = v.object({
  /** When that was so for the first time, Unix time in ms. */
  ok: v.number(),
});

/** Cells that have come so far, with the time of the first such run (Unix ms). */
export function loadProgress(storage: SafeStorage, milestone: Milestone): Map<string, number> {
  const prefix = prefixOf(milestone);
  const done = storage.keys(prefix).flatMap((key): [string, number][] => {
    const progress = readValue(storage, key, Progress);
    return progress === null ? [] : [[key.slice(prefix.length), progress.ok]];
  });
  return new Map(done);
}

/** Keeps that a cell has come so far. False when the browser has no room for it. */
export function saveProgress(
  storage: SafeStorage,
  milestone: Milestone,
  cell: string,
  ok: number,
): boolean {
  return storage.set(prefixOf(milestone) + cell, JSON.stringify({ ok }));
}

/** True when a key of the storage is about this. */
export function isProgress(key: string, milestone: Milestone): boolean {
  return key.startsWith(prefixOf(milestone));
}

function prefixOf(milestone: Milestone): string {
  return `streambook:${milestone}:${VERSION}:`;
}
