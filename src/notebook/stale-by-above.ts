import type { Run } from '../../core/session/run.ts';
import type { StaleAbove } from './cell-status.ts';
import type { TextDifference } from './text-difference.ts';

/** A cell as far as it matters to those below it. */
export interface DependentCell {
  slug: string;
  run: Run | null;
  /** How its text is not any more the one that it ran; null when it is. */
  difference: TextDifference | null;
}

/** Which cell above has made what stands under a cell doubtful, and how. */
export interface StaleCause {
  reason: StaleAbove['reason'];
  cell: string;
}

/** A cell above, with what is known of its run in this kernel. */
interface Giver {
  slug: string;
  count: number;
  difference: TextDifference | null;
  /** Set when it is stale itself: so is what uses its names. */
  cause: StaleCause | null;
}

/**
 * Finds the cells that ran well and might show something else now, because of a cell above: one whose
 * name they use was edited or run again since, ran in the other dialect, or is stale itself; or one that changes a stream which
 * they use was run again since. `cells` are in reading order. A name belongs to the nearest cell above
 * that declares it. Only runs of this kernel count: the others have lost their variables anyway.
 */
export function staleByAbove(
  cells: readonly DependentCell[],
  generation: number,
): ReadonlyMap<string, StaleCause> {
  const stale = new Map<string, StaleCause>();
  const byName = new Map<string, Giver>();
  const byKey = new Map<string, Giver>();
  for (const { slug, run, difference } of cells) {
    if (run === null || run.count === null || run.generation !== generation) continue;
    const cause = run.status === 'ok' ? causeOf(run, run.count, byName, byKey) : null;
    if (cause !== null) stale.set(slug, cause);
    const giver: Giver = { slug, count: run.count, difference, cause };
    for (const name of run.names.declares) byName.set(name, giver);
    for (const { stream } of run.changes) {
      if ((byKey.get(stream)?.count ?? 0) < run.count) byKey.set(stream, giver);
    }
  }
  return stale;
}

function causeOf(
  run: Run,
  count: number,
  byName: ReadonlyMap<string, Giver>,
  byKey: ReadonlyMap<string, Giver>,
): StaleCause | null {
  for (const name of run.names.uses) {
    const giver = byName.get(name);
    if (giver === undefined) continue;
    if (giver.count > count) return { reason: 'run-above', cell: giver.slug };
    if (giver.difference) return { reason: `${giver.difference}-above`, cell: giver.slug };
    if (giver.cause !== null) return giver.cause;
  }
  for (const [key, giver] of byKey) {
    if (giver.count > count && usesKey(run, key)) return { reason: 'run-above', cell: giver.slug };
  }
  return null;
}

/** Whether a run had to do with a key: as far as its commands are kept, their arguments tell. */
function usesKey({ changes, commands }: Run, key: string): boolean {
  return (
    changes.some(({ stream }) => stream === key) ||
    commands.some((row) => row.commands.some(({ args }) => args.indexOf(key, 1) > 0))
  );
}
