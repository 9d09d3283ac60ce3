import fc from 'fast-check';
import { compareIds } from '../compare-ids.ts';
import { compareText } from '../compare-text.ts';
import { NAMES, type Cut, type Step } from './fake-world.ts';
import type { Consumer, Entry, Group, LensSnapshot, StreamSnapshot } from '../snapshot.ts';

/** What can be done to a world, most often to few streams and groups, so that steps meet. */
export const arbitraryStep: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(
    ...(['add', 'add', 'add', 'read', 'read', 'read', 'ack', 'claim', 'redeliver'] as const),
    ...(['delete', 'delete', 'trim', 'remove-stream', 'remake-stream', 'expire'] as const),
    ...(['make-group', 'destroy-group', 'move-group', 'remove-consumer'] as const),
  ),
  stream: fc.oneof({ weight: 4, arbitrary: fc.nat(1) }, fc.nat(7)),
  group: fc.oneof({ weight: 4, arbitrary: fc.nat(1) }, fc.nat(7)),
  consumer: fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, fc.nat(7)),
  nth: fc.nat(14),
  count: fc.integer({ min: 1, max: 6 }),
});

const size = fc.oneof(fc.nat(5), fc.constant(1000));
/** Windows of every size, most lists whole. */
export const arbitraryCut: fc.Arbitrary<Cut> = fc.record({
  streams: size,
  groups: size,
  consumers: size,
  entries: size,
  pending: size,
});

const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'binary', maxLength: 3 }));
const number = fc.oneof(fc.nat(5), fc.constant('18446744073709551615'));
const id = fc.tuple(number, number).map(([time, sequence]) => `${time}-${sequence}`);
const count = fc.nat(4);
const text = fc.constantFrom('', 'a', 'ab', 'a…', '…', 'b');

const entry: fc.Arbitrary<Entry> = fc.record({
  id,
  fields: fc.array(fc.tuple(text, text), { maxLength: 2 }),
});
const entries = fc
  .uniqueArray(entry, { maxLength: 6, selector: (item) => item.id })
  .map((items) => items.sort((a, b) => compareIds(a.id, b.id)));

const consumer: fc.Arbitrary<Consumer> = fc
  .record({
    name,
    seenAt: count,
    activeAt: fc.option(count),
    pendingCount: count,
    pending: fc
      .uniqueArray(fc.record({ id, deliveredAt: count, deliveries: count, ghost: fc.boolean() }), {
        maxLength: 4,
        selector: (row) => row.id,
      })
      .map((rows) => rows.sort((a, b) => compareIds(a.id, b.id))),
  })
  .map((item) => ({ ...item, pendingCount: item.pendingCount + item.pending.length }));

/** An entry is pending for one consumer of a group. */
function withoutRowsOfOthers(consumers: Consumer[]): Consumer[] {
  const taken = new Set<string>();
  return consumers.map((item) => {
    const pending = item.pending.filter((row) => !taken.has(row.id));
    for (const row of pending) taken.add(row.id);
    return { ...item, pending };
  });
}

const group: fc.Arbitrary<Group> = fc.record({
  name,
  lastDeliveredId: id,
  entriesRead: fc.option(count),
  lag: fc.option(count),
  pendingCount: count,
  consumers: named(consumer, (item) => item.name).map(withoutRowsOfOthers),
  omitted: fc.oneof(fc.constant(0), count),
});

const stream: fc.Arbitrary<StreamSnapshot> = fc
  .record({
    key: name,
    length: count,
    lastGeneratedId: id,
    entriesAdded: fc.option(count),
    maxDeletedId: fc.option(id),
    firstId: fc.option(id),
    expiresAt: fc.option(count),
    entries,
    groups: named(group, (item) => item.name),
    omitted: fc.oneof(fc.constant(0), count),
  })
  .map((item) => ({ ...item, length: item.length + item.entries.length }));

/** Snapshots with nothing in common but a few names and ids. */
export const arbitrarySnapshot: fc.Arbitrary<LensSnapshot> = fc.record({
  at: count,
  streams: named(stream, (item) => item.key),
  omitted: fc.oneof(fc.constant(0), count),
});

function named<T>(item: fc.Arbitrary<T>, nameOf: (item: T) => string): fc.Arbitrary<T[]> {
  return fc
    .uniqueArray(item, { maxLength: 3, selector: nameOf })
    .map((items) => items.sort((a, b) => compareText(nameOf(a), nameOf(b))));
}
