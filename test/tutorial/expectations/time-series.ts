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
  idsOf,
} from './seen.ts';

const GROUP = 'demo-ts';
const FIRST = 'demo-ts.c1';
const SECOND = 'demo-ts.c2';

/** The id of a day in January 2018. */
function idOf(day: number): string {
  return `${Date.UTC(2018, 0, day)}-0`;
}

/** The days from the first one on, as entries of the stream. */
function days(key: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: idOf(index + 1),
    fields: { message: message(key, index + 1) },
  }));
}

function message(key: string, day: number): string {
  return `${key}-2018-01-${String(day).padStart(2, '0')} 00:00:00`;
}

/** What is pending on a stream: id, owner and deliveries. */
function held(snapshot: LensSnapshot, key: string): [string, string, number][] {
  return heldIn(snapshot, key, GROUP).map(({ id, consumer, deliveries }) => [
    id,
    consumer,
    deliveries,
  ]);
}

export const timeSeries: Expectations = {
  'make-series': (seen) => {
    expect(seen.printed).toBe('{ s1: true, s2: true }\n');
    expect(seen.value).toBe("{ s1: 'OK', s2: 'OK' }");
    for (const key of ['s1', 's2']) {
      expect(entriesIn(seen.after, key)).toEqual([{ id: '0-1', fields: { '': '' } }]);
      expect(groupIn(seen.after, key, GROUP)).toMatchObject({
        lastDeliveredId: '0-1',
        consumers: [],
      });
    }
  },

  'add-ten-days': (seen) => {
    expect(addedTo(seen, 's1')).toEqual(days('s1', 10));
    expect(seen.value).toBe('11');
  },

  'ids-must-rise': (seen) => {
    expect(seen.value).toContain('equal or smaller than the target stream top item');
    expectNoChange(seen);
  },

  'slice-days': (seen) => {
    expect(idsInText(seen.value)).toEqual([idOf(2), idOf(3), idOf(4)]);
    for (const day of [2, 3, 4]) {
      expect(seen.value).toContain(
        `Message s1 ${idOf(day)} { message: '${message('s1', day)}' }`,
      );
    }
    expectNoChange(seen);
  },

  'message-parts': (seen) => {
    const lines = [1, 2, 3].map(
      (day) => `s1 2018-01-0${day}T00:00:00.000Z 0 { message: '${message('s1', day)}' }\n`,
    );
    expect(seen.printed).toBe(lines.join(''));
    expectNoChange(seen);
  },

  'add-five-days': (seen) => {
    expect(addedTo(seen, 's2')).toEqual(days('s2', 5));
    expect(seen.value).toBe('6');
  },

  'read-flat': (seen) => {
    const messages = (seen.value ?? '').matchAll(/Message (\w+) (\S+)/g);
    expect([...messages].map(([, key, id]) => [key, id])).toEqual([
      ['s1', idOf(1)],
      ['s2', idOf(1)],
      ['s1', idOf(2)],
      ['s2', idOf(2)],
    ]);
    for (const key of ['s1', 's2']) {
      expect(held(seen.after, key)).toEqual([
        [idOf(1), FIRST, 1],
        [idOf(2), FIRST, 1],
      ]);
    }
    expectSameEntries(seen);
  },

  'pending-s1': (seen) => {
    const rows = (seen.value ?? '').matchAll(/id: \[ (\S+), 0 \],\s+consumer: '(.*?)'/g);
    expect([...rows].map(([, moment, consumer]) => [moment, consumer])).toEqual([
      ['2018-01-01T00:00:00.000Z', FIRST],
      ['2018-01-02T00:00:00.000Z', FIRST],
    ]);
    expectNoChange(seen);
  },

  'ack-s1': (seen) => {
    expect(seen.printed).toBe('1\n1\n');
    expect(held(seen.after, 's1')).toEqual([]);
    expect(held(seen.after, 's2')).toHaveLength(2);
    expectSameEntries(seen);
  },

  'set-position': (seen) => {
    expect(idsInText(seen.value)).toEqual([idOf(2), idOf(3)]);
    expect(held(seen.after, 's1')).toEqual([
      [idOf(2), FIRST, 1],
      [idOf(3), FIRST, 1],
    ]);
    expect(groupIn(seen.after, 's2', GROUP)?.lastDeliveredId).toBe(idOf(2));
  },

  'claim-message': (seen) => {
    expect(seen.value).toBe(`[ Message s2 ${idOf(1)} { message: '${message('s2', 1)}' } ]`);
    expect(held(seen.after, 's2')).toEqual([
      [idOf(1), SECOND, 2],
      [idOf(2), FIRST, 1],
    ]);
  },

  'exercise-merge': (seen) => {
    expect(idsOf(seen.after, 'indoors')).toHaveLength(2);
    expect(idsOf(seen.after, 'outdoors')).toHaveLength(1);
    expect(heldIn(seen.after, 'indoors', 'climate')).toHaveLength(2);
    expect(heldIn(seen.after, 'outdoors', 'climate')).toEqual([]);
  },
};
