import { describe, expect, it } from 'vitest';
import { findPlaces } from './find-places.ts';
import type { Place } from './place.ts';
import { snippet } from './snippet.ts';
import { splitMatches } from './split-matches.ts';

const places: Place[] = [
  { lesson: 'a', kind: 'heading', anchor: 'a', title: 'Consumer groups', text: '' },
  { lesson: 'a', kind: 'prose', anchor: 'a', title: 'Consumer groups', text: 'Workers share it.' },
  {
    lesson: 'a',
    kind: 'cell',
    anchor: 'cell-x',
    title: 'Make a group',
    text: 'await cg.create();',
  },
];
const anchors = (query: string) => findPlaces(places, query).map(({ place }) => place.kind);

describe('findPlaces', () => {
  it('finds what has all words, in the title or in the text, whatever their case', () => {
    expect(anchors('GROUP')).toEqual(['heading', 'cell']);
    expect(anchors('group create')).toEqual(['cell']);
    expect(anchors('workers')).toEqual(['prose']);
    expect(anchors('group nowhere')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(anchors('')).toEqual([]);
    expect(anchors('  ')).toEqual([]);
  });

  it('shows where in title and text the words are', () => {
    const [found] = findPlaces(places, 'make cg.');
    expect(found?.title).toEqual([
      { text: 'Make', isMatch: true },
      { text: ' a group', isMatch: false },
    ]);
    expect(found?.excerpt?.find(({ isMatch }) => isMatch)?.text).toBe('cg.');
    expect(findPlaces(places, 'make')[0]?.excerpt).toBeNull();
  });
});

describe('splitMatches', () => {
  it('takes the longest word at a place, and loses no character', () => {
    const pieces = splitMatches('xAck xack', ['x', 'xack']);
    expect(pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
      'xAck',
      'xack',
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('xAck xack');
  });
});

describe('snippet', () => {
  const long = `${'before '.repeat(20)}needle ${'after '.repeat(20)}`.trim();

  it('is cut between words on both sides, and says so', () => {
    const part = snippet(long, ['needle']) ?? '';
    expect(part).toMatch(/^… (before )+needle( after)+ …$/);
    expect(part.length).toBeLessThan(100);
  });

  it('shows the words together rather than one of them', () => {
    const text = `in ${'far '.repeat(30)}it crashes in between`;
    expect(snippet(text, ['crashes', 'in'])).toContain('crashes in between');
    expect(snippet(text, ['in', 'crashes', 'it'])).toContain('crashes in between');
  });

  it('is the whole of a short text, and copes with one that has no spaces', () => {
    expect(snippet('a needle b', ['needle'])).toBe('a needle b');
    expect(snippet('nothing', ['needle'])).toBeNull();
    const solid = `${'x'.repeat(100)}needle${'y'.repeat(100)}`;
    expect(snippet(solid, ['needle'])).toContain('needle');
  });
});
