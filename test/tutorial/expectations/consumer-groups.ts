import { expect } from 'vitest';
import type { LensSnapshot } from '../../../core/lens/snapshot.ts';
import {
  addedTo,
  entriesIn,
  expectNoChange,
  expectSameEntries,
  type Expectations,
  groupIn,
  heldIn,
  idsInText,
  type Seen,
  streamIn,
} from './seen.ts';

const KEYS = ['stream-a', 'stream-b', 'stream-c'];
const GROUP = 'cg-abc';
const FIRST = 'cg-abc.c1';
const SECOND = 'cg-abc.c2';

/** The id of the newest entry with this message. */
function idOfMessage(snapshot: LensSnapshot, key: string, message: string): string | undefined {
  return entriesIn(snapshot, key).findLast(({ fields }) => fields.message === message)?.id;
}

/** The message of each pending entry, who holds it, and how often it was delivered. */
function held(snapshot: LensSnapshot, key: string): [string | undefined, string, number][] {
  const entries = entriesIn(snapshot, key);
  return heldIn(snapshot, key, GROUP).map(({ id, consumer, deliveries }) => [
    entries.find((entry) => entry.id === id)?.fields.message,
    consumer,
    deliveries,
  ]);
}

/** A table as shown names the ids, owners and counts that the pending entries list holds. */
function expectTable(text: string | null, seen: Seen, key: string): void {
  const rows = heldIn(seen.before, key, GROUP);
  expect(idsInText(text)).toEqual(rows.map(({ id }) => id));
  expect([...(text ?? '').matchAll(/consumer: '(.*?)'/g)].map(([, name]) => name)).toEqual(
    rows.map(({ consumer }) => consumer),
  );
  expect(
    [...(text ?? '').matchAll(/deliveriesCounter: (\d+)/g)].map(([, count]) => Number(count)),
  ).toEqual(rows.map(({ deliveries }) => deliveries));
}

export const consumerGroups: Expectations = {
  'dummy-entries': (seen) => {
    for (const key of KEYS) {
      expect(addedTo(seen, key).map(({ fields }) => fields)).toEqual([{ data: '' }]);
    }
  },

  'make-group': (seen) => {
    expect(seen.printed).toBe("{ 'stream-a': true, 'stream-b': true, 'stream-c': true }\n");
    expect(seen.value).toBe("{ 'stream-a': 'OK', 'stream-b': 'OK', 'stream-c': 'OK' }");
    for (const key of KEYS) {
      expect(groupIn(seen.before, key, GROUP)).toBeUndefined();
      expect(groupIn(seen.after, key, GROUP)).toMatchObject({
        lastDeliveredId: streamIn(seen.after, key).lastGeneratedId,
        lag: 0,
        consumers: [],
      });
    }
    expectSameEntries(seen);
  },

  'read-empty': (seen) => {
    expect(seen.value).toBe('[]');
    for (const key of KEYS) expect(held(seen.after, key)).toEqual([]);
    expectSameEntries(seen);
  },

  'add-to-streams': (seen) => {
    const messages = KEYS.map((key) => addedTo(seen, key).map(({ fields }) => fields.message));
    expect(messages).toEqual([
      ['new a'],
      ['new for b'],
      Array.from({ length: 10 }, (_, i) => `c-${i}`),
    ]);
    for (const key of KEYS) {
      expect(groupIn(seen.after, key, GROUP)?.lastDeliveredId).toBe(
        groupIn(seen.before, key, GROUP)?.lastDeliveredId,
      );
    }
  },

  'read-one-each': (seen) => {
    expect(held(seen.after, 'stream-a')).toEqual([['new a', FIRST, 1]]);
    expect(held(seen.after, 'stream-b')).toEqual([['new for b', FIRST, 1]]);
    expect(held(seen.after, 'stream-c')).toEqual([['c-0', FIRST, 1]]);
    const delivered = KEYS.map((key) => groupIn(seen.after, key, GROUP)?.lastDeliveredId);
    expect(idsInText(seen.value)).toEqual(delivered);
    expect(seen.value).toMatch(/'stream-a'.*'new a'.*'stream-b'.*'new for b'.*'stream-c'.*'c-0'/s);
    expect(groupIn(seen.after, 'stream-a', GROUP)?.lag).toBe(0);
    expectSameEntries(seen);
  },

  'read-one-more': (seen) => {
    expect(idsInText(seen.value)).toEqual([idOfMessage(seen.after, 'stream-c', 'c-1')]);
    expect(seen.value).not.toContain('stream-a');
    expect(held(seen.after, 'stream-a')).toEqual([['new a', FIRST, 1]]);
    expect(held(seen.after, 'stream-c')).toEqual([
      ['c-0', FIRST, 1],
      ['c-1', FIRST, 1],
    ]);
  },

  'pending-a': (seen) => {
    expectTable(seen.value, seen, 'stream-a');
    expect(idsInText(seen.value)).toEqual([idOfMessage(seen.after, 'stream-a', 'new a')]);
    expectNoChange(seen);
  },

  'ack-a': (seen) => {
    expect(seen.printed).toBe('1\n');
    expect(held(seen.after, 'stream-a')).toEqual([]);
    expectSameEntries(seen);
  },

  'second-consumer': (seen) => {
    expect(seen.value).toContain("consumerName: 'cg-abc.c2'");
    expectNoChange(seen);
  },

  'read-second': (seen) => {
    expect(idsInText(seen.value)).toEqual([idOfMessage(seen.after, 'stream-c', 'c-2')]);
    expect(held(seen.after, 'stream-c')).toEqual([
      ['c-0', FIRST, 1],
      ['c-1', FIRST, 1],
      ['c-2', SECOND, 1],
    ]);
  },

  'pending-c': (seen) => {
    expectTable(seen.value, seen, 'stream-c');
    expect(idsInText(seen.value)).toHaveLength(3);
    expectNoChange(seen);
  },

  'exercise-two-cooks': (seen) => {
    expect(addedTo(seen, 'orders')).toHaveLength(2);
    expect(heldIn(seen.after, 'orders', 'kitchen')).toMatchObject([{ consumer: 'anna' }]);
  },

  'claim-entry': (seen) => {
    expect(idsInText(seen.value)).toEqual([idOfMessage(seen.after, 'stream-c', 'c-0')]);
    expect(seen.value).toContain("message: { message: 'c-0' }");
    expect(held(seen.after, 'stream-c')).toEqual([
      ['c-0', SECOND, 2],
      ['c-1', FIRST, 1],
      ['c-2', SECOND, 1],
    ]);
  },

  'pending-claimed': (seen) => {
    expectTable(seen.value, seen, 'stream-c');
    expect(seen.value).toMatch(/consumer: 'cg-abc\.c2',\s+millis\w+: \d+,\s+deliveriesCounter: 2/);
    expectNoChange(seen);
  },

  'take-over': (seen) => {
    const ids = heldIn(seen.after, 'stream-c', GROUP).map(({ id }) => id);
    expect(idsInText(seen.value)).toEqual(['0-0', ...ids]);
    expect(seen.value).toContain('deletedIds: []');
    expect(held(seen.after, 'stream-c')).toEqual([
      ['c-0', SECOND, 3],
      ['c-1', SECOND, 2],
      ['c-2', SECOND, 2],
    ]);
  },

  'exercise-claim': (seen) => {
    const held = heldIn(seen.after, 'parcels', 'drivers').map(({ consumer }) => consumer);
    expect(held).toEqual(['cleo', 'cleo']);
  },

  'delete-pending': (seen) => {
    const id = idOfMessage(seen.before, 'stream-b', 'new for b');
    const ghost = [{ id, consumer: FIRST, deliveries: 1 }];
    expect(heldIn(seen.before, 'stream-b', GROUP)).toEqual(ghost);
    expectTable(seen.printed, seen, 'stream-b');
    expect(seen.value).toBe(`[ { id: '${id}', message: {} } ]`);
    // Reading it again delivers nothing, so the count stays.
    expect(heldIn(seen.after, 'stream-b', GROUP)).toEqual(ghost);
    expect(streamIn(seen.after, 'stream-b').length).toBe(
      streamIn(seen.before, 'stream-b').length - 1,
    );
  },

  'destroy-group': (seen) => {
    expect(seen.printed).toBe("{ 'stream-a': true, 'stream-b': true, 'stream-c': true }\n");
    // 11 for each time that the section was run.
    expect(seen.value).toBe(String(streamIn(seen.before, 'stream-c').length));
    expect(Number(seen.value) % 11).toBe(0);
    for (const key of KEYS) expect(groupIn(seen.after, key, GROUP)).toBeUndefined();
    expectSameEntries(seen);
  },
};
