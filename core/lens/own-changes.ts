import type { CommandRow } from '../session/command.ts';
import { isTold, type Change } from './change.ts';
import { causeFinder } from './find-cause.ts';

/**
 * What of the changes during a run is that run's own, when other runs went on at the same time:
 * what its own commands can have caused, and what those of no other can. Figures of whole streams
 * belong to all of them, and are left out; without others, everything is the run's own.
 * @param own the commands of the run
 * @param others the commands of each other run
 */
export function ownChanges(
  changes: readonly Change[],
  own: readonly CommandRow[],
  others: readonly (readonly CommandRow[])[],
): Change[] {
  if (others.every((rows) => rows.length === 0)) return [...changes];
  const mine = causeFinder(own);
  const theirs = others.map(causeFinder);
  return changes.filter(
    (change) =>
      isTold(change) && (mine(change) !== null || theirs.every((find) => find(change) === null)),
  );
}
