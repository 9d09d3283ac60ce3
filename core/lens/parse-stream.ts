import * as v from 'valibot';
import { MAX_LENS_TEXT } from '../limits/limits.ts';
import type { Consumer, Entry, Group, StreamSnapshot } from './snapshot.ts';

/** A map as RESP 2 writes it: names and values in turn. */
const FlatMap = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => {
    const map = new Map<unknown, unknown>();
    for (let i = 0; i + 1 < items.length; i += 2) map.set(items[i], items[i + 1]);
    return map;
  }),
);
const Text = v.string();
const Count = v.number();
const MaybeCount = v.nullish(v.number(), null);
const RawEntry = v.tuple([Text, v.nullable(v.array(Text))]);
const RawPending = v.tuple([Text, Count, Count]);

/**
 * A stream from the replies (RESP 2) of `XINFO STREAM key FULL` and `XREVRANGE key + - COUNT n`.
 * @throws ValiError when a reply does not look as Redis documents it
 */
export function parseStream(key: string, full: unknown, newest: unknown): StreamSnapshot {
  const map = v.parse(FlatMap, full);
  return {
    key,
    length: v.parse(Count, map.get('length')),
    lastGeneratedId: v.parse(Text, map.get('last-generated-id')),
    entries: v.parse(v.array(RawEntry), newest).map(parseEntry).reverse(),
    groups: v.parse(v.array(v.unknown()), map.get('groups')).map(parseGroup),
  };
}

function parseEntry([id, flat]: v.InferOutput<typeof RawEntry>): Entry {
  const fields: [string, string][] = [];
  const items = flat ?? [];
  for (let i = 0; i + 1 < items.length; i += 2) {
    fields.push([shorten(items[i] ?? ''), shorten(items[i + 1] ?? '')]);
  }
  return { id, fields };
}

function parseGroup(raw: unknown): Group {
  const map = v.parse(FlatMap, raw);
  return {
    name: v.parse(Text, map.get('name')),
    lastDeliveredId: v.parse(Text, map.get('last-delivered-id')),
    // Redis 6.2 has neither of the two.
    entriesRead: v.parse(MaybeCount, map.get('entries-read')),
    lag: v.parse(MaybeCount, map.get('lag')),
    pendingCount: v.parse(Count, map.get('pel-count')),
    consumers: v.parse(v.array(v.unknown()), map.get('consumers')).map(parseConsumer),
  };
}

function parseConsumer(raw: unknown): Consumer {
  const map = v.parse(FlatMap, raw);
  // XINFO STREAM FULL calls the PEL of a consumer `pel` or, in some versions, `pending`.
  const pending = v.parse(v.array(RawPending), map.get('pel') ?? map.get('pending'));
  return {
    name: v.parse(Text, map.get('name')),
    seenAt: v.parse(Count, map.get('seen-time')),
    pendingCount: v.parse(Count, map.get('pel-count')),
    pending: pending.map(([id, deliveredAt, deliveries]) => ({ id, deliveredAt, deliveries })),
  };
}

function shorten(text: string): string {
  return text.length > MAX_LENS_TEXT ? `${text.slice(0, MAX_LENS_TEXT)}…` : text;
}
