import type { Change } from './change.ts';
import { compareIds } from './compare-ids.ts';
import { certainlyNotPending } from './not-pending.ts';
import type { Consumer, Group, PendingRow } from './snapshot.ts';

interface Owned {
  row: PendingRow;
  consumer: string;
}

/**
 * Appends to `changes` what became of the rows of one group's pending entries list. An entry is
 * pending for one consumer of a group at a time.
 * @param before `unknown`: the older snapshot has nothing of this group, though it may have been there
 * @param lastGeneratedId of the stream in the older snapshot: a later entry was not
 *   pending then; null when it is not known
 */
export function diffPending(
  stream: string,
  before: Group | 'unknown',
  after: Group,
  lastGeneratedId: string | null,
  changes: Change[],
): void {
  const group = after.name;
  const formerConsumers = before === 'unknown' ? [] : before.consumers;
  const former = new Map(formerConsumers.map((consumer) => [consumer.name, consumer]));
  const present = new Map(after.consumers.map((consumer) => [consumer.name, consumer]));
  // A list that is the same in both has no row that came from, or went to, another consumer.
  const rowsBefore = rowsOf(
    formerConsumers.filter(
      ({ name, pending }) => !areSameRows(pending, present.get(name)?.pending),
    ),
  );
  const rowsAfter = rowsOf(
    after.consumers.filter(({ name, pending }) => !areSameRows(pending, former.get(name)?.pending)),
  );
  if (rowsBefore.size === 0 && rowsAfter.size === 0) return;
  const shown = new Map<string, { entered: PendingRow[]; left: string[] }>();
  const shownOf = (consumer: string) => {
    const known = shown.get(consumer) ?? { entered: [], left: [] };
    shown.set(consumer, known);
    return known;
  };

  const isOutsideLists = before === 'unknown' ? () => false : certainlyNotPending(before);
  const wasNotPending = (id: string) =>
    isOutsideLists(id) || (lastGeneratedId !== null && compareIds(id, lastGeneratedId) > 0);
  for (const { row, consumer } of rowsAfter.values()) {
    const was = rowsBefore.get(row.id);
    const place = { stream, group, consumer };
    if (was === undefined) {
      if (!wasNotPending(row.id)) {
        shownOf(consumer).entered.push(row);
        continue;
      }
      changes.push({ kind: 'delivered', ...place, row });
    } else if (was.consumer !== consumer) {
      const { deliveries } = was.row;
      const owners = { from: was.consumer, to: consumer };
      changes.push({ kind: 'claimed', stream, group, ...owners, row, deliveries });
    } else if (isRedelivered(was.row, row)) {
      changes.push({ kind: 'redelivered', ...place, row, deliveries: was.row.deliveries });
    } else if (was.row.ghost && !row.ghost) {
      shownOf(consumer).left.push(row.id);
      shownOf(consumer).entered.push(row);
    }
    if (row.ghost && was?.row.ghost !== true) {
      changes.push({ kind: 'ghost-made', ...place, id: row.id });
    }
  }

  const isNotPending = certainlyNotPending(after);
  for (const { row, consumer } of rowsBefore.values()) {
    if (rowsAfter.has(row.id)) continue;
    const isThere = present.has(consumer);
    if (isNotPending(row.id)) {
      const kind = row.ghost ? 'ghost-gone' : isThere ? 'acknowledged' : 'dropped';
      changes.push({ kind, stream, group, consumer, id: row.id });
    } else if (isThere) {
      shownOf(consumer).left.push(row.id);
    }
  }
  for (const [consumer, { entered, left }] of shown) {
    changes.push({ kind: 'pending-shown', stream, group, consumer, entered, left });
  }
}

function rowsOf(consumers: readonly Consumer[]): Map<string, Owned> {
  const rows = new Map<string, Owned>();
  for (const { name, pending } of consumers) {
    for (const row of pending) rows.set(row.id, { row, consumer: name });
  }
  return rows;
}

function areSameRows(a: readonly PendingRow[], b: readonly PendingRow[] | undefined): boolean {
  return (
    a === b ||
    (a.length === b?.length &&
      a.every((row, i) => {
        const other = b[i];
        return (
          other !== undefined &&
          row.id === other.id &&
          row.ghost === other.ghost &&
          !isRedelivered(row, other)
        );
      }))
  );
}

function isRedelivered(before: PendingRow, after: PendingRow): boolean {
  return before.deliveries !== after.deliveries || before.deliveredAt !== after.deliveredAt;
}
