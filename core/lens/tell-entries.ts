import type { Change } from './change.ts';
import type { EntriesDiff } from './diff-entries.ts';
import type { StreamSnapshot } from './snapshot.ts';
import { whyRemoved } from './why-removed.ts';

/** Appends to `changes` what became of the entries of one stream. */
export function tellEntries(
  before: StreamSnapshot,
  after: StreamSnapshot,
  { added, removed, entered, left }: EntriesDiff,
  changes: Change[],
): void {
  const stream = after.key;
  const why = whyRemoved(before, after, removed);
  for (const { id } of removed) {
    changes.push({ kind: 'entry-removed', stream, id, why: why(id) });
  }
  if (entered.length > 0 || left.length > 0) {
    changes.push({ kind: 'entries-shown', stream, entered, left });
  }
  for (const entry of added) changes.push({ kind: 'entry-added', stream, entry });
}
