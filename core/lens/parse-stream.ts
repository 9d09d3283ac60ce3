import * as v from 'valibot';
import { MAX_LENS_TEXT } from '../limits/limits.ts';
import type { Consumer, Entry, Group, PendingRow, StreamSnapshot } from './snapshot.ts';

const Text = v.string();
/** A number as text: the script's own numbers would lose digits. */
const Count = v.pipe(v.string(), v.toNumber());
/** Older versions leave a number out; newer ones say null when they cannot tell. */
const MaybeCount = v.nullish(Count, null);
/** The plain values of one map of XINFO STREAM … FULL: names and values in turn. */
const Plain = v.pipe(
  v.array(v.nullable(Text)),
  v.transform((items) => {
    const map = new Map<unknown, unknown>();
    for (let i = 0; i + 1 < items.length; i += 2) map.set(items[i], items[i + 1]);
    return map;
  }),
);
/** Id; names and values in turn; how many fields were left out. */
const RawEntry = v.tuple([Text, v.array(Text), v.number()]);
/** Name; values; pending rows, flat: id, delivery time, deliveries, ghost (1 or 0), and so on. */
const RawConsumer = v.tuple([Text, Plain, v.array(v.union([Text, v.number()]))]);
/** Name; values; consumers; how many consumers were left out. */
const RawGroup = v.tuple([Text, Plain, v.array(RawConsumer), v.number()]);
/** Key; values; oldest id; expiry; entries, newest first; groups; how many groups were left out. */
const RawStream = v.tuple([
  Text,
  Plain,
  v.nullable(Text),
  Count,
  v.array(RawEntry),
  v.array(RawGroup),
  v.number(),
]);

/**
 * One stream of the reply of server/redis/lens-script.ts. The values carry the names that XINFO
 * STREAM key FULL gives them, which differ between versions of Redis.
 * @throws ValiError when it does not look so
 */
export function parseStream(reply: unknown): StreamSnapshot {
  const [key, values, firstId, expiresAt, entries, groups, omitted] = v.parse(RawStream, reply);
  return {
    key,
    length: v.parse(Count, values.get('length')),
    lastGeneratedId: v.parse(Text, values.get('last-generated-id')),
    entriesAdded: v.parse(MaybeCount, values.get('entries-added')),
    maxDeletedId: v.parse(v.nullish(Text, null), values.get('max-deleted-entry-id')),
    firstId,
    // PEXPIRETIME answers -1 for a key that does not expire.
    expiresAt: expiresAt < 0 ? null : expiresAt,
    entries: entries.map(parseEntry).reverse(),
    groups: groups.map(parseGroup).sort(byName),
    omitted,
  };
}

function parseEntry([id, flat, omitted]: v.InferOutput<typeof RawEntry>): Entry {
  const fields: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    fields.push([shorten(flat[i] ?? ''), shorten(flat[i + 1] ?? '')]);
  }
  if (omitted > 0) fields.push(['…', `${omitted} more`]);
  return { id, fields };
}

function parseGroup([name, values, consumers, omitted]: v.InferOutput<typeof RawGroup>): Group {
  return {
    name,
    lastDeliveredId: v.parse(Text, values.get('last-delivered-id')),
    entriesRead: v.parse(MaybeCount, values.get('entries-read')),
    lag: v.parse(MaybeCount, values.get('lag')),
    pendingCount: v.parse(Count, values.get('pel-count')),
    consumers: consumers.map(parseConsumer).sort(byName),
    omitted,
  };
}

function parseConsumer([name, values, rows]: v.InferOutput<typeof RawConsumer>): Consumer {
  // Redis says -1 for a consumer that never got anything.
  const activeAt = v.parse(MaybeCount, values.get('active-time'));
  return {
    name,
    seenAt: v.parse(Count, values.get('seen-time')),
    activeAt: activeAt === -1 ? null : activeAt,
    pendingCount: v.parse(Count, values.get('pel-count')),
    pending: parsePending(rows),
  };
}

function parsePending(rows: readonly (string | number)[]): PendingRow[] {
  const pending: PendingRow[] = [];
  for (let i = 0; i < rows.length; i += 4) {
    pending.push({
      id: v.parse(Text, rows[i]),
      deliveredAt: v.parse(Count, rows[i + 1]),
      deliveries: v.parse(Count, rows[i + 2]),
      ghost: rows[i + 3] === 1,
    });
  }
  return pending;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** At most MAX_LENS_TEXT UTF-16 units; a pair of them that makes one character is not split. */
function shorten(text: string): string {
  if (text.length <= MAX_LENS_TEXT) return text;
  return `${text.slice(0, MAX_LENS_TEXT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
