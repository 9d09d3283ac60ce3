import { compareIds } from '../compare-ids.ts';
import { compareText } from '../compare-text.ts';
import type { Consumer, Entry, Group, LensSnapshot, StreamSnapshot } from '../snapshot.ts';

/** Streams as Redis would hold them, without any cut. Only for tests of the diff. */
export interface World {
  at: number;
  streams: Map<string, WorldStream>;
}

interface WorldStream {
  entries: Entry[];
  lastGeneratedId: string;
  entriesAdded: number;
  maxDeletedId: string;
  expiresAt: number | null;
  groups: Map<string, WorldGroup>;
}

interface WorldGroup {
  lastDeliveredId: string;
  entriesRead: number | null;
  consumers: Map<string, { seenAt: number; rows: Map<string, { at: number; count: number }> }>;
}

/** One thing that somebody does to the world; numbers choose among what is there. */
export interface Step {
  does:
    | 'add'
    | 'delete'
    | 'trim'
    | 'remove-stream'
    | 'remake-stream'
    | 'expire'
    | 'make-group'
    | 'destroy-group'
    | 'move-group'
    | 'read'
    | 'ack'
    | 'claim'
    | 'redeliver'
    | 'remove-consumer';
  stream: number;
  group: number;
  consumer: number;
  nth: number;
  count: number;
}

/** Names that are hard on code that keeps them in plain objects or compares them in another order. */
export const NAMES = ['stream-a', '__proto__', '10', '9', 'ключ', '😀', 'constructor', ''];

/** Sizes of the windows of a snapshot. */
export interface Cut {
  streams: number;
  groups: number;
  consumers: number;
  entries: number;
  pending: number;
}

export function makeWorld(): World {
  return { at: 1_000, streams: new Map() };
}

/** Does one step; a step that finds nothing to act on makes what it needs, or does nothing. */
export function doStep(world: World, step: Step): void {
  world.at += 7;
  for (const [key, { expiresAt }] of world.streams) {
    if (expiresAt !== null && expiresAt <= world.at) world.streams.delete(key);
  }
  const key = NAMES[step.stream % NAMES.length] ?? '';
  if (step.does === 'remove-stream' || step.does === 'remake-stream') world.streams.delete(key);
  if (step.does === 'remove-stream') return;
  const stream = world.streams.get(key) ?? newStream();
  world.streams.set(key, stream);
  switch (step.does) {
    case 'remake-stream':
    case 'add':
      for (let i = 0; i < step.count; i++) add(stream, step.nth);
      return;
    case 'delete':
      return remove(stream, step.nth);
    case 'trim':
      stream.entries.splice(0, step.count);
      return;
    case 'expire':
      stream.expiresAt = step.nth % 2 === 0 ? null : world.at + step.count * 20;
      return;
    default:
      return doGroupStep(world, stream, step);
  }
}

function newStream(): WorldStream {
  return {
    entries: [],
    lastGeneratedId: '0-0',
    entriesAdded: 0,
    maxDeletedId: '0-0',
    expiresAt: null,
    groups: new Map(),
  };
}

function add(stream: WorldStream, nth: number): void {
  const [time = '0'] = stream.lastGeneratedId.split('-');
  const huge = '18446744073709551000';
  const next = nth === 13 ? BigInt(huge) : BigInt(time) + BigInt(nth % 3);
  const sequence =
    next > BigInt(time) ? 0n : BigInt(stream.lastGeneratedId.split('-')[1] ?? 0) + 1n;
  const larger = next > BigInt(time) ? next : BigInt(time);
  const id = `${larger}-${sequence}`;
  stream.entries.push({ id, fields: [['n', String(stream.entriesAdded)]] });
  stream.lastGeneratedId = id;
  stream.entriesAdded += 1;
}

function remove(stream: WorldStream, nth: number): void {
  const [entry] = stream.entries.splice(nth % Math.max(1, stream.entries.length), 1);
  if (entry !== undefined && compareIds(entry.id, stream.maxDeletedId) > 0) {
    stream.maxDeletedId = entry.id;
  }
}

function doGroupStep(world: World, stream: WorldStream, step: Step): void {
  const name = NAMES[step.group % NAMES.length] ?? '';
  if (step.does === 'destroy-group') {
    stream.groups.delete(name);
    return;
  }
  const group = stream.groups.get(name) ?? {
    lastDeliveredId: '0-0',
    entriesRead: null,
    consumers: new Map(),
  };
  stream.groups.set(name, group);
  if (step.does === 'make-group') return;
  if (step.does === 'move-group') {
    group.lastDeliveredId = stream.entries[step.nth % 5]?.id ?? '0-0';
    group.entriesRead = null;
    return;
  }
  const consumerName = NAMES[step.consumer % NAMES.length] ?? '';
  if (step.does === 'remove-consumer') {
    group.consumers.delete(consumerName);
    return;
  }
  const consumer = group.consumers.get(consumerName) ?? { seenAt: 0, rows: new Map() };
  group.consumers.set(consumerName, consumer);
  consumer.seenAt = world.at;
  const all = [...group.consumers.values()].flatMap(({ rows }) => [...rows.keys()]);
  const taken = (id: string) => {
    for (const { rows } of group.consumers.values()) rows.delete(id);
  };
  switch (step.does) {
    case 'read':
      for (const { id } of stream.entries.slice()) {
        if (compareIds(id, group.lastDeliveredId) <= 0) continue;
        group.lastDeliveredId = id;
        group.entriesRead = (group.entriesRead ?? 0) + 1;
        taken(id);
        consumer.rows.set(id, { at: world.at, count: 1 });
        if (consumer.rows.size >= step.count) return;
      }
      return;
    case 'ack':
      for (const id of all.slice(step.nth, step.nth + step.count)) taken(id);
      return;
    case 'claim':
    case 'redeliver':
      for (const id of all.slice(step.nth, step.nth + step.count)) {
        if (step.does === 'redeliver' && !consumer.rows.has(id)) continue;
        taken(id);
        consumer.rows.set(id, { at: world.at, count: 2 });
      }
      return;
    default:
      return;
  }
}

/** What a snapshot of the world shows when its lists are cut to these sizes. */
export function snapshotOf(world: World, cut: Cut): LensSnapshot {
  const keys = [...world.streams.keys()].sort(compareText);
  return {
    at: world.at,
    streams: keys.slice(0, cut.streams).flatMap((key) => {
      const stream = world.streams.get(key);
      return stream === undefined ? [] : [streamOf(key, stream, cut)];
    }),
    omitted: Math.max(0, keys.length - cut.streams),
  };
}

function streamOf(key: string, stream: WorldStream, cut: Cut): StreamSnapshot {
  const groups = [...stream.groups].sort(([a], [b]) => compareText(a, b));
  const held = new Set(stream.entries.map(({ id }) => id));
  return {
    key,
    length: stream.entries.length,
    lastGeneratedId: stream.lastGeneratedId,
    entriesAdded: stream.entriesAdded,
    maxDeletedId: stream.maxDeletedId,
    firstId: stream.entries[0]?.id ?? null,
    expiresAt: stream.expiresAt,
    entries: stream.entries
      .slice(Math.max(0, stream.entries.length - cut.entries))
      .map(({ id, fields }) => ({ id, fields: fields.map(([name, value]) => [name, value]) })),
    groups: groups.slice(0, cut.groups).map(([name, group]) => groupOf(name, group, held, cut)),
    omitted: Math.max(0, groups.length - cut.groups),
  };
}

function groupOf(name: string, group: WorldGroup, held: Set<string>, cut: Cut): Group {
  const consumers = [...group.consumers].sort(([a], [b]) => compareText(a, b));
  return {
    name,
    lastDeliveredId: group.lastDeliveredId,
    entriesRead: group.entriesRead,
    lag: null,
    pendingCount: consumers.reduce((sum, [, { rows }]) => sum + rows.size, 0),
    consumers: consumers.slice(0, cut.consumers).map(([consumer, { seenAt, rows }]): Consumer => ({
      name: consumer,
      seenAt,
      activeAt: null,
      pendingCount: rows.size,
      pending: [...rows]
        .map(([id, { at, count }]) => ({
          id,
          deliveredAt: at,
          deliveries: count,
          ghost: !held.has(id),
        }))
        .sort((a, b) => compareIds(a.id, b.id))
        .slice(0, cut.pending),
    })),
    omitted: Math.max(0, consumers.length - cut.consumers),
  };
}
