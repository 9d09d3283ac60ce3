import { compareIds } from './compare-ids.ts';
import type { Consumer, PendingRow } from './snapshot.ts';

/** What happened to a row of a pending entries list. */
export type PendingMark =
  /** It was not pending before: XREADGROUP delivered it (or XCLAIM FORCE made it pending). */
  | { kind: 'delivered' }
  /** Another consumer had it: XCLAIM or XAUTOCLAIM. `deliveries` is the count before. */
  | { kind: 'claimed'; from: string; deliveries: number }
  /** The same consumer got it again, or its delivery count was set. `deliveries` is the count before. */
  | { kind: 'redelivered'; deliveries: number };

/** A row that left the pending entries list. */
export interface GonePending {
  id: string;
  consumer: string;
  /** acknowledged: XACK. dropped: its consumer was deleted with it (XGROUP DELCONSUMER). */
  why: 'acknowledged' | 'dropped';
}

interface Owned {
  row: PendingRow;
  consumer: string;
}

/** Compares the pending entries lists of one group's consumers. */
export function markPending(
  base: Consumer[],
  now: Consumer[],
): { pending: ReadonlyMap<string, PendingMark>; gone: GonePending[] } {
  const before = rowsById(base);
  const present = rowsById(now);
  const pending = new Map<string, PendingMark>();
  for (const [id, owned] of present) {
    const former = before.get(id);
    const mark = former
      ? markRow(former, owned)
      : base.every((consumer) => isListed(consumer, id))
        ? ({ kind: 'delivered' } as const)
        : null;
    if (mark !== null) pending.set(id, mark);
  }
  const names = new Set(now.map(({ name }) => name));
  const gone = [...before]
    .filter(([id]) => !present.has(id) && now.every((consumer) => isListed(consumer, id)))
    .map(([id, { consumer }]): GonePending => {
      return { id, consumer, why: names.has(consumer) ? 'acknowledged' : 'dropped' };
    })
    .sort((a, b) => compareIds(a.id, b.id));
  return { pending, gone };
}

function rowsById(consumers: Consumer[]): Map<string, Owned> {
  return new Map(
    consumers.flatMap(({ name, pending }) =>
      pending.map((row) => [row.id, { row, consumer: name }] as const),
    ),
  );
}

function markRow(before: Owned, now: Owned): PendingMark | null {
  const { deliveries } = before.row;
  if (before.consumer !== now.consumer) {
    return { kind: 'claimed', from: before.consumer, deliveries };
  }
  const again = deliveries !== now.row.deliveries || before.row.deliveredAt !== now.row.deliveredAt;
  return again ? { kind: 'redelivered', deliveries } : null;
}

/** True when the consumer's list would show this id if the consumer had it: the list is not cut before it. */
function isListed({ pending, pendingCount }: Consumer, id: string): boolean {
  const last = pending.at(-1);
  return pending.length >= pendingCount || (last !== undefined && compareIds(id, last.id) <= 0);
}
