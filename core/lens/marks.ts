import { markEntries, type EntryMarks } from './mark-entries.ts';
import { markPending, type GonePending, type PendingMark } from './mark-pending.ts';
import type { Group, LensSnapshot, StreamSnapshot } from './snapshot.ts';

/** What became of a consumer group between two snapshots. */
export interface GroupMarks {
  /** True when the group was not there before. */
  isNew: boolean;
  /** The last-delivered id it had before, when it has another one now. */
  movedFrom: string | null;
  /** Names of consumers that were not there before. */
  newConsumers: ReadonlySet<string>;
  /** Marks of pending rows, by entry id. */
  pending: ReadonlyMap<string, PendingMark>;
  /** Rows that left the pending entries list, in the order of their ids. */
  gone: GonePending[];
}

/** What became of one stream between two snapshots. */
export interface StreamMarks {
  /** True when the stream was not there before. */
  isNew: boolean;
  entries: EntryMarks;
  /** By group name; every group of the newer snapshot has one. */
  groups: ReadonlyMap<string, GroupMarks>;
  /** Names of groups that are gone. */
  goneGroups: string[];
}

/** What became of all streams between two snapshots. */
export interface LensMarks {
  /** By key; every stream of the newer snapshot has one. */
  streams: ReadonlyMap<string, StreamMarks>;
  /** Keys of streams that are gone. */
  goneStreams: string[];
}

/**
 * Compares two snapshots of the same Redis. `base` null means that nothing is known of before:
 * then nothing is marked. Lists in a snapshot are cut; what may have been beyond the cut in the
 * other snapshot is not marked, so that a mark is never a guess.
 */
export function markChanges(base: LensSnapshot | null, now: LensSnapshot): LensMarks {
  const before = base ?? now;
  const streams = new Map(
    now.streams.map((stream) => {
      const former = before.streams.find(({ key }) => key === stream.key);
      return [stream.key, markStream(former, stream, before.omitted === 0)] as const;
    }),
  );
  const goneStreams =
    now.omitted > 0 ? [] : before.streams.map(({ key }) => key).filter((key) => !streams.has(key));
  return { streams, goneStreams };
}

function markStream(
  base: StreamSnapshot | undefined,
  now: StreamSnapshot,
  allKnown: boolean,
): StreamMarks {
  // A stream that may have been among the omitted ones is compared with itself: no marks.
  const before = base ?? (allKnown ? null : now);
  const formerGroups = new Map(before?.groups.map((group) => [group.name, group]));
  const names = new Set(now.groups.map(({ name }) => name));
  return {
    isNew: before === null,
    entries: markEntries(before, now),
    groups: new Map(
      now.groups.map((group) => [group.name, markGroup(formerGroups.get(group.name), group)]),
    ),
    goneGroups: [...formerGroups.keys()].filter((name) => !names.has(name)),
  };
}

function markGroup(base: Group | undefined, now: Group): GroupMarks {
  const former = new Set(base?.consumers.map(({ name }) => name));
  const moved = base !== undefined && base.lastDeliveredId !== now.lastDeliveredId;
  return {
    isNew: base === undefined,
    movedFrom: moved ? base.lastDeliveredId : null,
    newConsumers: new Set(now.consumers.map(({ name }) => name).filter((n) => !former.has(n))),
    ...markPending(base?.consumers ?? [], now.consumers),
  };
}
