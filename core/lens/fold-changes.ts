import { groupOf, ownerOf } from './change-parts.ts';
import type { ToldChange } from './change.ts';
import type { Cause } from './find-cause.ts';
import type { Fold } from './fold.ts';

type OpenFold = Fold & { changes: ToldChange[] };

/**
 * Puts together the changes that one sentence can tell: of one kind, stream, group and consumer,
 * done by one command in one way.
 */
export function foldChanges(
  changes: readonly ToldChange[],
  find: (change: ToldChange) => Cause | null,
): Fold[] {
  const folds = new Map<string, OpenFold>();
  for (const change of changes) {
    const cause = find(change);
    const key = foldKey(change, cause);
    const fold = folds.get(key);
    if (fold === undefined) {
      folds.set(key, { first: change, changes: [change], unseen: 0, cause });
    } else {
      fold.changes.push(change);
      if (cause !== null && cause.row > (fold.cause?.row ?? -1)) fold.cause = cause;
    }
  }
  return [...folds.values()];
}

function foldKey(change: ToldChange, cause: Cause | null): string {
  const parts = [change.kind, change.stream, groupOf(change), ownerOf(change)];
  if (change.kind === 'claimed') parts.push(change.from);
  if (change.kind === 'claimed' || change.kind === 'redelivered') {
    parts.push(String(Math.sign(change.row.deliveries - change.deliveries)));
  }
  // Without a cause the sentence tells trimming and deleting apart.
  if (change.kind === 'entry-removed' && cause === null) parts.push(change.why);
  return JSON.stringify([...parts, cause?.deed.command ?? null, cause?.deed.option ?? null]);
}
