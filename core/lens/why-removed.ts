import type { Change } from './change.ts';
import { compareIds } from './compare-ids.ts';
import type { Entry, StreamSnapshot } from './snapshot.ts';

type Why = Extract<Change, { kind: 'entry-removed' }>['why'];

/**
 * Tells for each entry that is gone whether it was trimmed or deleted, from two facts. Trimming
 * (XTRIM, XADD MAXLEN) takes the oldest entries first and leaves the stream's largest deleted id
 * alone; XDEL takes any entry and raises that id to it when it is larger. So:
 * - An entry that is gone while an older one is still there was deleted.
 * - Of the others, one that is larger than the largest deleted id was trimmed; and trimming that
 *   came as far as this has taken all older ones too, but for the one that XDEL recorded.
 * - Where nothing is larger, and XDEL has recorded one of them, XDEL explains them all.
 * - Otherwise trimming explains them all. It is a guess only where entries older than one that was
 *   deleted long ago are gone: XDEL leaves no trace there.
 * @param removed in the order of their ids
 */
export function whyRemoved(
  before: StreamSnapshot,
  after: StreamSnapshot,
  removed: readonly Entry[],
): (id: string) => Why {
  const { firstId } = after;
  const isOlderThanAll = (id: string) => firstId === null || compareIds(id, firstId) < 0;
  const oldest = removed.filter(({ id }) => isOlderThanAll(id));
  const recorded = newlyRecorded(before, after);
  const trimmedTo = oldest.at(-1)?.id;
  const isTrimmed =
    recorded === null ||
    !isOlderThanAll(recorded) ||
    (trimmedTo !== undefined && compareIds(trimmedTo, recorded) > 0);
  return (id) => (id !== recorded && isOlderThanAll(id) && isTrimmed ? 'trimmed' : 'deleted');
}

/** The largest deleted id, when XDEL has raised it between the two snapshots. */
function newlyRecorded(before: StreamSnapshot, after: StreamSnapshot): string | null {
  const { maxDeletedId } = after;
  if (maxDeletedId === null) return null;
  return compareIds(maxDeletedId, before.maxDeletedId ?? '0-0') > 0 ? maxDeletedId : null;
}
