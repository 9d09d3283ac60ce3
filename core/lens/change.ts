import * as v from 'valibot';
import { Entry, PendingRow } from './snapshot.ts';

const stream = v.string();
const group = v.string();
const consumer = v.string();
const id = v.string();

/**
 * One thing that is different between two snapshots. Those of the first part are what a learner
 * wants to know; those of the second only make the list complete, so that the changes applied to
 * the first snapshot give the second.
 */
export const Change = v.variant('kind', [
  /** A key that holds a stream is there; it is empty until other changes fill it. */
  v.object({ kind: v.literal('stream-made'), stream }),
  v.object({
    kind: v.literal('stream-gone'),
    stream,
    /** hidden: it may well be there, but the snapshot has no room for it any more. */
    why: v.picklist(['deleted', 'expired', 'hidden']),
  }),
  v.object({
    kind: v.literal('expiry-changed'),
    stream,
    /** Unix times in ms; null = never. */
    from: v.nullable(v.number()),
    to: v.nullable(v.number()),
  }),
  v.object({ kind: v.literal('entry-added'), stream, entry: Entry }),
  v.object({
    kind: v.literal('entry-removed'),
    stream,
    id,
    /** trimmed: it was among the oldest ones, and XDEL did not do it. */
    why: v.picklist(['trimmed', 'deleted']),
  }),
  v.object({ kind: v.literal('group-made'), stream, group, lastDeliveredId: id }),
  v.object({ kind: v.literal('group-destroyed'), stream, group }),
  /** Its last-delivered id is another one. */
  v.object({ kind: v.literal('group-moved'), stream, group, from: id, to: id }),
  v.object({ kind: v.literal('consumer-appeared'), stream, group, consumer }),
  /** Its pending entries are told one by one, as dropped, claimed or ghost-gone, before it. */
  v.object({ kind: v.literal('consumer-removed'), stream, group, consumer }),
  /** An entry became pending. */
  v.object({ kind: v.literal('delivered'), stream, group, consumer, row: PendingRow }),
  v.object({
    kind: v.literal('claimed'),
    stream,
    group,
    /** Consumers. */
    from: consumer,
    to: consumer,
    /** The row as it is now. */
    row: PendingRow,
    /** The delivery count before. */
    deliveries: v.number(),
  }),
  /** The same consumer got it again, or its delivery time or count was set. */
  v.object({
    kind: v.literal('redelivered'),
    stream,
    group,
    consumer,
    row: PendingRow,
    /** The delivery count before. */
    deliveries: v.number(),
  }),
  /** A row left the pending entries list of a consumer that is still there. */
  v.object({ kind: v.literal('acknowledged'), stream, group, consumer, id }),
  /** A row left the pending entries list together with its consumer. */
  v.object({ kind: v.literal('dropped'), stream, group, consumer, id }),
  /** The entry of a pending row was deleted or trimmed. */
  v.object({ kind: v.literal('ghost-made'), stream, group, consumer, id }),
  /** A row that was a ghost left the pending entries list. */
  v.object({ kind: v.literal('ghost-gone'), stream, group, consumer, id }),

  v.object({ kind: v.literal('streams-omitted'), omitted: v.number() }),
  /** A stream is shown that may have been there before, among the omitted ones. */
  v.object({ kind: v.literal('stream-shown'), stream, expiresAt: v.nullable(v.number()) }),
  v.object({
    kind: v.literal('stream-figures'),
    stream,
    /** Entries added since, shown or not; null when the server does not tell. */
    added: v.nullable(v.number()),
    /** Entries deleted or trimmed since, shown or not; null when the server does not tell. */
    removed: v.nullable(v.number()),
    length: v.number(),
    lastGeneratedId: id,
    entriesAdded: v.nullable(v.number()),
    maxDeletedId: v.nullable(id),
    firstId: v.nullable(id),
    omitted: v.number(),
  }),
  /** Entries that came into the snapshot or left it, though nothing happened to them. */
  v.object({
    kind: v.literal('entries-shown'),
    stream,
    entered: v.array(Entry),
    left: v.array(id),
  }),
  /** A group is shown that may have been there before, among the omitted ones. */
  v.object({ kind: v.literal('group-shown'), stream, group, lastDeliveredId: id }),
  /** A group is not shown any more; it may well be there. */
  v.object({ kind: v.literal('group-hidden'), stream, group }),
  v.object({
    kind: v.literal('group-figures'),
    stream,
    group,
    entriesRead: v.nullable(v.number()),
    lag: v.nullable(v.number()),
    pendingCount: v.number(),
    omitted: v.number(),
  }),
  /** A consumer is shown that may have been there before, among the omitted ones. */
  v.object({ kind: v.literal('consumer-shown'), stream, group, consumer }),
  /** A consumer is not shown any more, and its rows with it; it may well be there. */
  v.object({ kind: v.literal('consumer-hidden'), stream, group, consumer }),
  v.object({
    kind: v.literal('consumer-figures'),
    stream,
    group,
    consumer,
    seenAt: v.number(),
    activeAt: v.nullable(v.number()),
    pendingCount: v.number(),
    /** By how many its pending entries are more than before, shown or not. */
    grown: v.number(),
  }),
  /** Pending rows that came into the snapshot or left it, though nothing is known to have happened to them. */
  v.object({
    kind: v.literal('pending-shown'),
    stream,
    group,
    consumer,
    entered: v.array(PendingRow),
    left: v.array(id),
  }),
]);
export type Change = v.InferOutput<typeof Change>;

/** Kinds of changes that only keep a snapshot complete. */
export const BOOKKEEPING = [
  'streams-omitted',
  'stream-shown',
  'stream-figures',
  'entries-shown',
  'group-shown',
  'group-hidden',
  'group-figures',
  'consumer-shown',
  'consumer-hidden',
  'consumer-figures',
  'pending-shown',
] as const satisfies readonly Change['kind'][];

/** A change that a learner wants to know. */
export type ToldChange = Exclude<Change, { kind: (typeof BOOKKEEPING)[number] }>;

const bookkeeping: ReadonlySet<string> = new Set(BOOKKEEPING);

/** True for a change that a learner wants to know. */
export function isTold(change: Change): change is ToldChange {
  return (
    !bookkeeping.has(change.kind) && !(change.kind === 'stream-gone' && change.why === 'hidden')
  );
}
