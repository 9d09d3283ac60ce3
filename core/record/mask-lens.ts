import type { Group, LensSnapshot, StreamSnapshot } from '../lens/snapshot.ts';
import { Scan } from './scan.ts';
import type { Timeline } from './timeline.ts';

/** The lens after the cell in this place of the notebook, without what is volatile in it. */
export function maskLens(lens: LensSnapshot, timeline: Timeline, place: number): LensSnapshot {
  const streams = lens.streams.map((stream) => maskStream(stream, timeline, place));
  return { ...lens, at: timeline.endOf(place), streams };
}

function maskStream(stream: StreamSnapshot, timeline: Timeline, place: number): StreamSnapshot {
  const { key, expiresAt } = stream;
  const id = (real: string) => timeline.id(real, key);
  const orNull = (real: string | null) => (real === null ? null : id(real));
  const scan = new Scan(timeline, () => 0, { stream: key });
  return {
    ...stream,
    lastGeneratedId: id(stream.lastGeneratedId),
    maxDeletedId: orNull(stream.maxDeletedId),
    firstId: orNull(stream.firstId),
    expiresAt: expiresAt === null ? null : timeline.expiry(expiresAt, place),
    entries: stream.entries.map((entry) => ({
      id: id(entry.id),
      fields: entry.fields.map(([name, value]) => [scan.text(name), scan.text(value)]),
    })),
    groups: stream.groups.map((group) => maskGroup(group, timeline, id)),
  };
}

function maskGroup(group: Group, timeline: Timeline, id: (real: string) => string): Group {
  return {
    ...group,
    lastDeliveredId: id(group.lastDeliveredId),
    consumers: group.consumers.map((consumer) => ({
      ...consumer,
      seenAt: timeline.time(consumer.seenAt),
      activeAt: consumer.activeAt === null ? null : timeline.time(consumer.activeAt),
      pending: consumer.pending.map((row) => ({
        ...row,
        id: id(row.id),
        deliveredAt: timeline.time(row.deliveredAt),
      })),
    })),
  };
}
