import { saveEdit } from './edits.ts';
import type { ImportPlan } from './plan-import.ts';
import { loadProgress, saveProgress, type Milestone } from './progress.ts';
import { UNREADABLE } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';
import { saveScratchCell } from './scratch-cells.ts';
import type { WorkFile } from './work-file.ts';

/**
 * Puts the work of a file beside what is here. Returns what takes that back, but for what was written
 * on since; null when the browser has no room, in which case nothing has changed.
 */
export function importWork(
  storage: SafeStorage,
  { edits, scratch }: ImportPlan,
  { progress, solved, unreadable }: WorkFile,
): (() => void) | null {
  const former = allKept(storage);
  const isKept = [
    ...edits.map(({ edit, ...of }) => saveEdit(storage, of, edit)),
    ...scratch.map((cell) => saveScratchCell(storage, cell)),
    ...addMilestones(storage, 'progress', progress),
    ...addMilestones(storage, 'solved', solved),
    ...unreadable.map(({ key, value }) => setAside(storage, UNREADABLE + key, value)),
  ].every(Boolean);
  const written = allKept(storage);
  const undo = () => takeBack(storage, former, written);
  if (isKept) return undo;
  undo();
  return null;
}

function addMilestones(
  storage: SafeStorage,
  milestone: Milestone,
  reached: WorkFile['progress'],
): boolean[] {
  const done = loadProgress(storage, milestone);
  return reached.map(
    ({ cell, ok }) => done.has(cell) || saveProgress(storage, milestone, cell, ok),
  );
}

function setAside(storage: SafeStorage, key: string, value: string): boolean {
  return storage.get(key) !== null || storage.set(key, value);
}

function allKept(storage: SafeStorage): ReadonlyMap<string, string | null> {
  return new Map(storage.keys('streambook:').map((key) => [key, storage.get(key)]));
}

function takeBack(
  storage: SafeStorage,
  former: ReadonlyMap<string, string | null>,
  written: ReadonlyMap<string, string | null>,
): void {
  for (const key of new Set([...former.keys(), ...written.keys()])) {
    const value = former.get(key) ?? null;
    const now = written.get(key) ?? null;
    if (value === now || storage.get(key) !== now) continue;
    if (value === null) storage.remove(key);
    else storage.set(key, value);
  }
}
