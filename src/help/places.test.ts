import { describe, expect, it } from 'vitest';
import type { PageCell, PageLesson } from '../tutorial/page-lesson.ts';
import { scratchLesson } from '../tutorial/scratch-lesson.ts';
import { placesIn } from './places.ts';

const cell: PageCell = { ...scratchLesson('make', 'Make a group'), explains: ['busygroup'] };
const lessons: PageLesson[] = [
  { slug: 'start', title: 'How to start', explains: ['missing-await'], blocks: [] },
  { slug: 'groups', title: 'Groups', explains: [], blocks: [{ kind: 'cell', cell }] },
];

describe('placesIn', () => {
  it('finds the cell or the section that explains a mistake', () => {
    const places = placesIn(lessons);
    expect(places.get('busygroup')).toEqual({ href: '#cell-make', title: 'Make a group' });
    expect(places.get('missing-await')).toEqual({ href: '#start', title: 'How to start' });
    expect(places.get('constant')).toBeUndefined();
    expect(placesIn(lessons)).toBe(places);
  });
});
