import { expect } from 'vitest';
import { addedTo, expectNoChange, type Expectations, idsInText, idsOf } from './seen.ts';

const KEY = 'stream-a';

export const processingData: Expectations = {
  'read-all': (seen) => {
    expect(idsInText(seen.value)).toEqual(idsOf(seen.after, KEY));
    expectNoChange(seen);
  },

  'read-after': (seen) => {
    expect(idsInText(seen.value)).toEqual(idsOf(seen.after, KEY).slice(-1));
    expect(seen.value).toContain("message: { message: 'message 3' }");
    expectNoChange(seen);
  },

  'read-nothing': (seen) => {
    expect(seen.value).toBe('[]');
    expectNoChange(seen);
  },

  'read-block': (seen) => {
    expect(seen.blocked).toEqual([
      expect.objectContaining({ command: 'XREAD', keys: [KEY], timeout: 2000 }),
    ]);
    expect(seen.value).toBe('[]');
    expectNoChange(seen);
  },

  // Its run ends when the next cell has woken it, so that cell's entry is what it sees.
  'wait-for-entry': (seen) => {
    expect(seen.blocked).toEqual([
      expect.objectContaining({ command: 'XREAD', keys: [KEY], timeout: 0 }),
    ]);
    expect(idsInText(seen.value)).toEqual(addedTo(seen, KEY).map(({ id }) => id));
    expect(seen.value).toContain("message: { message: 'wake up' }");
  },

  'wake-reader': (seen) => {
    const added = addedTo(seen, KEY);
    expect(added.map(({ fields }) => fields)).toEqual([{ message: 'wake up' }]);
    expect(seen.value).toBe(`'${added[0]?.id}'`);
  },

  follow: (seen) => {
    const ids = idsOf(seen.after, KEY);
    expect(idsInText(seen.printed)).toEqual(ids);
    expect(seen.printed).toContain(`${ids.at(-1)} { message: 'wake up' }\n`);
    expectNoChange(seen);
  },

  'exercise-read-new': (seen) => {
    expect(addedTo(seen, 'news')).toHaveLength(4);
    expect(idsInText(seen.value)).toEqual(idsOf(seen.after, 'news'));
  },
};
