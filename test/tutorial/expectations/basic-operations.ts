import { expect } from 'vitest';
import {
  addedTo,
  entriesIn,
  expectNoChange,
  type Expectations,
  idsInText,
  idsOf,
  streamIn,
} from './seen.ts';

const KEY = 'stream-a';
const SECOND = 'stream-2';

/** The entries that `msgid`, `msgid2` and `msgid3` name are always the newest ones in this section. */
const NEWEST = ['hello, streams', 'message 2', 'message 3'];

export const basicOperations: Expectations = {
  'open-stream': (seen) => {
    expect(seen.value).toBe("Stream { key: 'stream-a' }");
    expectNoChange(seen);
  },

  'add-entry': (seen) => {
    const added = addedTo(seen, KEY);
    expect(added.map(({ fields }) => fields)).toEqual([{ message: 'hello, streams' }]);
    expect(seen.printed).toBe(`${added[0]?.id}\n`);
  },

  'id-is-time': (seen) => {
    const milliseconds = Number(idsOf(seen.after, KEY).at(-1)?.split('-')[0]);
    expect(seen.value).toBe(new Date(milliseconds).toISOString());
    expectNoChange(seen);
  },

  'add-more': (seen) => {
    const added = addedTo(seen, KEY);
    expect(added.map(({ fields }) => fields)).toEqual([
      { message: 'message 2' },
      { message: 'message 3' },
    ]);
    expect(seen.printed).toBe(`${added[0]?.id} ${added[1]?.id}\n`);
    expect(
      entriesIn(seen.after, KEY)
        .slice(-3)
        .map(({ fields }) => fields.message),
    ).toEqual(NEWEST);
  },

  'range-from': (seen) => {
    expect(idsInText(seen.value)).toEqual(idsOf(seen.after, KEY).slice(-2));
    expect(seen.value).toContain("message: { message: 'message 2' }");
    expect(seen.value).toContain("message: { message: 'message 3' }");
    expectNoChange(seen);
  },

  'range-count': (seen) => {
    expect(idsInText(seen.value)).toEqual(idsOf(seen.after, KEY).slice(-3, -1));
    expect(seen.value).toContain("message: { message: 'hello, streams' }");
    expect(seen.value).toContain("message: { message: 'message 2' }");
    expectNoChange(seen);
  },

  'range-all': (seen) => {
    const ids = idsOf(seen.after, KEY);
    expect(idsInText(seen.printed)).toEqual(ids);
    expect(seen.printed.trim().split('\n')).toHaveLength(ids.length);
    expect(seen.printed).toContain(`${ids.at(-1)} { message: 'message 3' }\n`);
    expectNoChange(seen);
  },

  // The exercises begin as they are, with less done than is asked for.
  'exercise-range': (seen) => {
    expect(idsOf(seen.after, 'visits')).toEqual(['9-0', '10-0', '11-0', '12-0', '13-0']);
    expect(seen.value).toContain("id: '13-0'");
  },

  'delete-entry': (seen) => {
    const before = streamIn(seen.before, KEY);
    const after = streamIn(seen.after, KEY);
    expect(seen.value).toBe(String(before.length));
    expect(after.length).toBe(before.length);
    expect(after.entries).toEqual(before.entries);
    expect(after.lastGeneratedId).not.toBe(before.lastGeneratedId);
  },

  'fill-stream': (seen) => {
    const length = streamIn(seen.before, SECOND).length + 1000;
    expect(streamIn(seen.after, SECOND).length).toBe(length);
    expect(seen.value).toBe(String(length));
    const added = addedTo(seen, SECOND).map(({ fields }) => fields.data);
    expect(added).toEqual(Array.from({ length: added.length }, (_, i) => `message-${i + 1000 - added.length}`));
    expect(added.length).toBeGreaterThan(9);
  },

  // How many go depends on the server: whole nodes only, and never more than asked for.
  'trim-approximate': (seen) => {
    const before = streamIn(seen.before, SECOND).length;
    const after = streamIn(seen.after, SECOND).length;
    expect(after).toBeGreaterThanOrEqual(10);
    expect(after).toBeLessThan(before);
    expect(seen.printed).toBe(`removed ${before - after}\n`);
    expect(seen.value).toBe(String(after));
  },

  'trim-exact': (seen) => {
    expect(seen.printed).toBe(`removed ${streamIn(seen.before, SECOND).length - 10}\n`);
    expect(seen.value).toBe('10');
    expect(entriesIn(seen.after, SECOND).map(({ fields }) => fields.data)).toEqual(
      Array.from({ length: 10 }, (_, i) => `message-${990 + i}`),
    );
  },

  'exercise-trim': (seen) => {
    expect(addedTo(seen, 'readings').map(({ fields }) => fields.celsius)).toEqual(
      ['20', '21', '22', '23', '24'],
    );
    expect(seen.value).toBe('5');
  },
};
