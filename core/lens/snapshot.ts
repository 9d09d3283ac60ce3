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
});
export type PendingRow = v.InferOutput<typeof PendingRow>;

/** One consumer of a group, as XINFO STREAM … FULL tells it. */
export const Consumer = v.object({
  name: v.string(),
  /** Last attempted interaction, Unix time in ms. */
  seenAt: v.number(),
  /** All its pending entries, of which `pending` holds the first MAX_LENS_PENDING. */
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
  consumers: v.array(Consumer),
});
export type Group = v.InferOutput<typeof Group>;

/** One stream: the newest entries, and all its groups. */
export const StreamSnapshot = v.object({
  key: v.string(),
  /** XLEN */
  length: v.number(),
  lastGeneratedId: v.string(),
  /** The newest MAX_LENS_ENTRIES entries, oldest first. */
  entries: v.array(Entry),
  groups: v.array(Group),
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
