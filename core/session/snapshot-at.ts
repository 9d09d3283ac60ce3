import { applyChanges } from '../lens/apply-changes.ts';
import type { LensSnapshot } from '../lens/snapshot.ts';
import type { History } from './history.ts';

/**
 * The lens as it was at a mark.
 * @param index of the mark; -1 for before the first one
 */
export function snapshotAt(history: History, index: number): LensSnapshot {
  return history.marks
    .slice(0, index + 1)
    .reduce((lens, { at, delta }) => applyChanges(lens, at, delta), history.base);
}
