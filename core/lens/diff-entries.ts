import { compareIds } from './compare-ids.ts';
import type { Former } from './former.ts';
import { areSameFields, mayBeSameFields } from './same-fields.ts';
import type { Entry, StreamSnapshot } from './snapshot.ts';

/** What is different between the entries that two snapshots of a stream show. */
export interface EntriesDiff {
  /** Entries that were not there before. */
  added: Entry[];
  /** Entries that are not there any more. */
  removed: Entry[];
  /** Entries that are shown now, and may have been there before. */
  entered: Entry[];
  /** Ids of entries that are not shown any more, and may be there. */
  left: string[];
}

/** Compares the entries of one stream; all lists are in the order of their ids. */
export function diffEntries(before: Former<StreamSnapshot>, after: StreamSnapshot): EntriesDiff {
  if (before === 'absent') return { added: after.entries, removed: [], entered: [], left: [] };
  if (before === 'unknown') return { added: [], removed: [], entered: after.entries, left: [] };
  const diff: EntriesDiff = { added: [], removed: [], entered: [], left: [] };
  if (areSameEntries(before.entries, after.entries)) return diff;
  const former = new Map(before.entries.map((entry) => [entry.id, entry]));
  for (const entry of after.entries) {
    const same = former.get(entry.id);
    former.delete(entry.id);
    if (same === undefined) {
      if (isAbsent(before, entry.id)) diff.added.push(entry);
      else diff.entered.push(entry);
    } else if (same !== entry && !areSameFields(same.fields, entry.fields)) {
      // Redis never changes an entry; but a snapshot may cut its texts shorter than another one.
      if (mayBeSameFields(same.fields, entry.fields)) {
        diff.left.push(entry.id);
        diff.entered.push(entry);
      } else {
        diff.removed.push(same);
        diff.added.push(entry);
      }
    }
  }
  for (const entry of former.values()) {
    if (isAbsent(after, entry.id)) diff.removed.push(entry);
    else diff.left.push(entry.id);
  }
  diff.removed.sort((a, b) => compareIds(a.id, b.id));
  return diff;
}

function areSameEntries(a: readonly Entry[], b: readonly Entry[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((one, i) => {
        const other = b[i];
        return (
          other !== undefined && one.id === other.id && areSameFields(one.fields, other.fields)
        );
      }))
  );
}

/** True when a stream certainly does not hold an entry, which its snapshot does not show. */
function isAbsent({ entries, length, firstId, lastGeneratedId }: StreamSnapshot, id: string) {
  const [oldestShown] = entries;
  return (
    entries.length >= length ||
    (oldestShown !== undefined && compareIds(id, oldestShown.id) >= 0) ||
    (firstId !== null && compareIds(id, firstId) < 0) ||
    compareIds(id, lastGeneratedId) > 0
  );
}
