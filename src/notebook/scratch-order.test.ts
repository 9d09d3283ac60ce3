import { describe, expect, it } from 'vitest';
import { mixRemoved } from './mix-removed.ts';
import { readingOrder, scratchBySpot } from './scratch-order.ts';
import type { ScratchPlace } from './scratch-spot.ts';

const lessons = [
  { slug: 'basics', cells: ['add', 'read'] },
  { slug: 'words', cells: [] },
  { slug: 'groups', cells: ['create'] },
];

const scratch = (slug: string, place: Partial<ScratchPlace>) => ({
  slug,
  place: { lesson: 'basics', anchor: 'add', side: 'below' as const, rank: 0, ...place },
});

const order = (...cells: ReturnType<typeof scratch>[]) =>
  readingOrder(lessons, scratchBySpot(cells, lessons));

describe('the reading order', () => {
  it('is that of the lessons without scratch cells', () => {
    expect(order()).toEqual(['add', 'read', 'create']);
  });

  it('has scratch cells beside their cells, by rank', () => {
    expect(
      order(
        scratch('c', { rank: 2 }),
        scratch('a', { side: 'above', rank: 1 }),
        scratch('b', { rank: -1 }),
        scratch('d', { lesson: 'groups', anchor: 'create' }),
      ),
    ).toEqual(['a', 'add', 'b', 'c', 'read', 'create', 'd']);
  });

  it('is the same in every tab where two have the same rank', () => {
    const one = scratch('a', {});
    const other = scratch('b', {});
    expect(order(one, other)).toEqual(order(other, one));
  });

  it('has those whose cell is gone at the end of their lesson, and those without a lesson last', () => {
    expect(
      order(
        scratch('x', { anchor: 'gone' }),
        scratch('y', { anchor: 'gone', lesson: 'also-gone' }),
        scratch('z', { anchor: 'gone', lesson: 'words' }),
      ),
    ).toEqual(['add', 'read', 'x', 'z', 'create', 'y']);
  });

  it('finds a cell that has moved to another lesson', () => {
    expect(order(scratch('a', { anchor: 'create', side: 'above' }))).toEqual([
      'add',
      'read',
      'a',
      'create',
    ]);
  });
});

it('keeps the places of removed cells', () => {
  const mixed = mixRemoved(
    [scratch('a', { rank: 0 }), scratch('c', { rank: 2 })],
    [scratch('b', { rank: 1 })],
  );
  expect(mixed.map(({ scratch, isRemoved }) => [scratch.slug, isRemoved])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
  ]);
});
