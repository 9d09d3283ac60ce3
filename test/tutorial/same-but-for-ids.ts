import { compareIds } from '../../core/lens/compare-ids.ts';
import type { Group, LensSnapshot, StreamSnapshot } from '../../core/lens/snapshot.ts';

/** What Redis holds, without times and with each id replaced by its rank in its stream. */
export function sameButForIds(lens: LensSnapshot): unknown {
  return lens.streams.map(withoutIds);
}

function withoutIds(stream: StreamSnapshot): unknown {
  const all = new Set([
    stream.lastGeneratedId,
    ...[stream.maxDeletedId, stream.firstId].filter((id) => id !== null),
    ...stream.entries.map(({ id }) => id),
    ...stream.groups.flatMap(idsOf),
  ]);
  const ranks = new Map([...all].toSorted(compareIds).map((id, rank) => [id, `#${rank}`]));
  const rank = (id: string | null) => (id === null ? null : (ranks.get(id) ?? id));
  return {
    ...stream,
    lastGeneratedId: rank(stream.lastGeneratedId),
    maxDeletedId: rank(stream.maxDeletedId),
    firstId: rank(stream.firstId),
    entries: stream.entries.map(({ id, fields }) => ({ id: rank(id), fields })),
    groups: stream.groups.map((group) => ({
      ...group,
      lastDeliveredId: rank(group.lastDeliveredId),
      consumers: group.consumers.map(({ name, pendingCount, pending }) => ({
        name,
        pendingCount,
        pending: pending.map(({ id, deliveries, ghost }) => ({ id: rank(id), deliveries, ghost })),
      })),
    })),
  };
}

function idsOf({ lastDeliveredId, consumers }: Group): string[] {
  return [
    lastDeliveredId,
    ...consumers.flatMap(({ pending }) => pending.map((row) => row.id)),
  ];
}
