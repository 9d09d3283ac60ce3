import { describe, expect, it } from 'vitest';
import { markName, outcomeText, spokenMark } from './mark-text.ts';

const at = new Date(2026, 0, 5, 14, 3, 12).getTime();
const run = { kind: 'run', count: 7, status: 'ok', at } as const;
const rewind = { kind: 'rewind', count: null, status: 'ok', at } as const;

describe('the name of a mark', () => {
  it('is the number of the run and the title of its cell', () => {
    expect(markName(run, 'Add an entry')).toBe('[7] Add an entry');
    expect(spokenMark(run, 'Add an entry')).toBe('Run [7], Add an entry, 14:03:12');
  });

  it('says when a run did not end well', () => {
    expect(spokenMark({ ...run, status: 'error' }, 'Add')).toBe('Run [7], Add, failed, 14:03:12');
    expect(outcomeText({ ...run, status: 'stopped' })).toBe('stopped');
    expect(outcomeText(run)).toBeNull();
  });

  it('says that it is a rewind', () => {
    expect(markName(rewind, 'Add an entry')).toBe('the rewind (Add an entry)');
    expect(spokenMark(rewind, 'Add an entry')).toBe('Rewind, Add an entry, 14:03:12');
    expect(outcomeText(rewind)).toBeNull();
  });
});
