import { describe, expect, it } from 'vitest';
import { entryLabels, idTail } from './entry-labels.ts';

function labels(...values: string[]): readonly string[] | null {
  const entries = values.map((value, index) => ({
    id: `1790000000${100 + index}-0`,
    fields: value === '' ? [] : [['message', value] as [string, string]],
  }));
  return entryLabels(entries);
}

describe('entryLabels', () => {
  it('labels a square with the value of the first field', () => {
    expect(labels('hello', 'world')).toEqual(['hello', 'world']);
  });

  it('cuts long values', () => {
    expect(labels('hello, streams', 'message 2')).toEqual(['hello, st…', 'message 2']);
  });

  it('leaves out what long values have in common, between words', () => {
    expect(labels('s1-2018-01-01 00:00:00', 's1-2018-01-02 00:00:00')).toEqual(['01', '02']);
  });

  it('keeps short values whole, also when they have something in common', () => {
    expect(labels('c-1', 'c-2')).toEqual(['c-1', 'c-2']);
  });

  it('cuts values that are all the same, and leaves none empty', () => {
    expect(labels('the same words', 'the same words')).toEqual(['the same …', 'the same …']);
  });

  it('falls back to the end of the id where there is no value', () => {
    expect(labels('', 'x')).toEqual(['…100-0', 'x']);
  });

  it('has shorter labels for more entries, and none for many', () => {
    expect(labels(...Array<string>(20).fill('welcome'))?.[0]).toBe('welc…');
    expect(labels(...Array<string>(31).fill('a'))).toBeNull();
    expect(labels()).toBeNull();
  });
});

describe('idTail', () => {
  it('keeps the last digits of the time and the sequence', () => {
    expect(idTail('1539000000345-12')).toBe('…345-12');
  });

  it('keeps a short id', () => {
    expect(idTail('0-1')).toBe('0-1');
  });
});
