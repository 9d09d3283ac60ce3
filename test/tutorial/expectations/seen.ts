import { expect } from 'vitest';
import { emptyStream } from '../../../core/lens/empty-parts.ts';
import type { Group, LensSnapshot, StreamSnapshot } from '../../../core/lens/snapshot.ts';
import type { Blocked } from '../../../core/session/run.ts';

/** What could be seen of one run of a cell. */
export interface Seen {
  /** What it printed. */
  printed: string;
  /** The value of its last expression, as shown; null when none was. */
  value: string | null;
  /** The reads that it was blocked in. */
  blocked: Blocked[];
  /** All streams before the run, and after it. */
  before: LensSnapshot;
  after: LensSnapshot;
}

/** Throws, as `expect` does, when a cell did something else. It must hold in every run, not only the first. */
export type Expectation = (seen: Seen) => void;

/** What to expect of the cells of one lesson, by their slugs. */
export type Expectations = Record<string, Expectation>;

/** The stream under a key; one without entries when there is none. */
export function streamIn(snapshot: LensSnapshot, key: string): StreamSnapshot {
  return snapshot.streams.find((stream) => stream.key === key) ?? emptyStream(key);
}

/** A group of a stream; undefined when there is none. */
export function groupIn(snapshot: LensSnapshot, key: string, name: string): Group | undefined {
  return streamIn(snapshot, key).groups.find((group) => group.name === name);
}

/** One pending entry, without the time of its delivery. */
export interface HeldEntry {
  id: string;
  consumer: string;
  deliveries: number;
}

/** The pending entries list of a group, in the order of ids. */
export function heldIn(snapshot: LensSnapshot, key: string, name: string): HeldEntry[] {
  const consumers = groupIn(snapshot, key, name)?.consumers ?? [];
  return consumers
    .flatMap((consumer) =>
      consumer.pending.map(({ id, deliveries }) => ({ id, consumer: consumer.name, deliveries })),
    )
    .sort((a, b) => (isLater(a.id, b.id) ? 1 : -1));
}

function isLater(a: string, b: string): boolean {
  const [ms = 0, seq = 0] = a.split('-').map(Number);
  const [otherMs = 0, otherSeq = 0] = b.split('-').map(Number);
  return ms === otherMs ? seq > otherSeq : ms > otherMs;
}

/** An entry with its fields as an object. */
export interface PlainEntry {
  id: string;
  fields: Record<string, string>;
}

/** The newest entries of a stream, oldest first. */
export function entriesIn(snapshot: LensSnapshot, key: string): PlainEntry[] {
  return streamIn(snapshot, key).entries.map(({ id, fields }) => ({
    id,
    fields: Object.fromEntries(fields),
  }));
}

/** The ids of a stream's newest entries, oldest first. */
export function idsOf(snapshot: LensSnapshot, key: string): string[] {
  return streamIn(snapshot, key).entries.map(({ id }) => id);
}

/** The entries that the run added to a stream. */
export function addedTo(seen: Seen, key: string): PlainEntry[] {
  const before = streamIn(seen.before, key).lastGeneratedId;
  return entriesIn(seen.after, key).filter(({ id }) => isLater(id, before));
}

/** All entry ids in a text, in the order in which they stand there: a time of 13 digits, or 0. */
export function idsInText(text: string | null): string[] {
  return text?.match(/\b(?:\d{13}|0)-\d+\b/g) ?? [];
}

/** Fails unless Redis holds what it held before. */
export function expectNoChange(seen: Seen): void {
  expect(seen.after.streams).toEqual(seen.before.streams);
}

/** Fails unless the streams hold the entries that they held before; their groups may have changed. */
export function expectSameEntries(seen: Seen): void {
  const entries = (snapshot: LensSnapshot) =>
    snapshot.streams.map(({ key, length, entries }) => ({ key, length, entries }));
  expect(entries(seen.after)).toEqual(entries(seen.before));
}
