import * as v from 'valibot';

/** One entry of a stream: its id and its field/value pairs in the order Redis keeps them. */
export const Entry = v.object({
  /** `<ms>-<seq>` */
  id: v.string(),
  fields: v.array(v.tuple([v.string(), v.string()])),
});
export type Entry = v.InferOutput<typeof Entry>;

/** One row of the pending entries list (PEL): delivered, not acknowledged. */
export const PendingRow = v.object({
  id: v.string(),
  /** When the entry was last delivered, Unix time in ms (absolute, so it is equal in two reads). */
  deliveredAt: v.number(),
  /** How often it was delivered; XCLAIM counts as a delivery. */
  deliveries: v.number(),
  /** True for a ghost: the stream does not hold the entry any more. */
  ghost: v.boolean(),
});
export type PendingRow = v.InferOutput<typeof PendingRow>;

/** One consumer of a group, as XINFO STREAM … FULL tells it. */
export const Consumer = v.object({
  name: v.string(),
  /** Last attempted interaction, Unix time in ms. */
  seenAt: v.number(),
  /** Last successful interaction, Unix time in ms; null when there was none, or before Redis 7.2. */
  activeAt: v.nullable(v.number()),
  /** All its pending entries, of which `pending` holds the oldest ids, at most MAX_LENS_PENDING. */
  pendingCount: v.number(),
  pending: v.array(PendingRow),
});
export type Consumer = v.InferOutput<typeof Consumer>;

/** One consumer group of a stream. */
export const Group = v.object({
  name: v.string(),
  lastDeliveredId: v.string(),
  /** null when the server cannot tell (after XDEL, or a SETID to an arbitrary id). */
  entriesRead: v.nullable(v.number()),
  /** Entries not yet delivered to the group; null when the server cannot tell. */
  lag: v.nullable(v.number()),
  pendingCount: v.number(),
  /** In the order of their names (as JavaScript compares strings). */
  consumers: v.array(Consumer),
  /** Consumers beyond MAX_LENS_CONSUMERS, not read. */
  omitted: v.number(),
});
export type Group = v.InferOutput<typeof Group>;

/** One stream: the newest entries, and its groups. */
export const StreamSnapshot = v.object({
  key: v.string(),
  /** XLEN */
  length: v.number(),
  lastGeneratedId: v.string(),
  /** All entries ever added; null before Redis 7.0. */
  entriesAdded: v.nullable(v.number()),
  /** The largest id that XDEL has removed, `0-0` when there is none; null before Redis 7.0. */
  maxDeletedId: v.nullable(v.string()),
  /** The oldest entry of the whole stream; null when it is empty. */
  firstId: v.nullable(v.string()),
  /** When the key will expire, Unix time in ms; null when it will not. */
  expiresAt: v.nullable(v.number()),
  /** The newest entries, oldest first: as many as the lens has room for, MAX_LENS_ENTRIES at most. */
  entries: v.array(Entry),
  /** In the order of their names. */
  groups: v.array(Group),
  /** Groups beyond MAX_LENS_GROUPS, not read. */
  omitted: v.number(),
});
export type StreamSnapshot = v.InferOutput<typeof StreamSnapshot>;

/** All streams of one learner's Redis at one moment, read atomically and never through a group. */
export const LensSnapshot = v.object({
  /** Unix time in ms. */
  at: v.number(),
  /** In the order of their keys. */
  streams: v.array(StreamSnapshot),
  /** Streams beyond MAX_LENS_STREAMS, not read. */
  omitted: v.number(),
});
export type LensSnapshot = v.InferOutput<typeof LensSnapshot>;

/** What a Redis without any stream looks like. */
export const EMPTY_LENS: LensSnapshot = { at: 0, streams: [], omitted: 0 };
