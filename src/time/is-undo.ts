import { isTold } from '../../core/lens/change.ts';
import { diffSnapshots } from '../../core/lens/diff-snapshots.ts';
import type { History } from '../../core/session/history.ts';
import { snapshotAt } from '../../core/session/snapshot-at.ts';

/**
 * True when the newest mark is a rewind that has undone the one right before it: the streams are what
 * they were before both.
 */
export function isUndo(history: History): boolean {
  const last = history.marks.length - 1;
  if (history.marks[last]?.kind !== 'rewind' || history.marks[last - 1]?.kind !== 'rewind') {
    return false;
  }
  const before = snapshotAt(history, last - 2);
  return !diffSnapshots(before, history.last).some(isTold);
}
