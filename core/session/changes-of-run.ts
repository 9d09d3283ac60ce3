import type { ChangeLine } from '../lens/change-line.ts';
import { describeChanges } from '../lens/describe-changes.ts';
import { diffSnapshots } from '../lens/diff-snapshots.ts';
import { ownChanges } from '../lens/own-changes.ts';
import type { LensSnapshot } from '../lens/snapshot.ts';
import { hasEnded, type Run } from './run.ts';

/**
 * What a run that goes on has changed in the streams up to now: what is different from when it was
 * started, without what other runs did that went on at the same time.
 */
export function changesOfRun(run: Run, runs: readonly Run[], lens: LensSnapshot): ChangeLine[] {
  if (run.before === null || run.before === lens) return run.changes;
  const all = diffSnapshots(run.before, lens);
  const others = runs.filter((other) => other.id !== run.id && wentOnWith(run, other));
  const own =
    others.length === 0
      ? all
      : ownChanges(
          all,
          run.commands,
          others.map(({ commands }) => commands),
        );
  return describeChanges(own, run.commands);
}

/** True when the other run had not ended when this one began. */
function wentOnWith(run: Run, other: Run): boolean {
  if (other.startedAt === null || run.startedAt === null) return false;
  if (!hasEnded(other.status)) return true;
  return other.startedAt + (other.duration ?? 0) >= run.startedAt;
}
