import { describe, expect, it } from 'vitest';
import { pointerPlace } from './pointer-place.ts';

const entries = ['5-0', '9-1', '10-0', '10-2'].map((id) => ({ id, fields: [] }));

describe('pointerPlace', () => {
  it.each([
    ['0-0', 0],
    ['4-9', 0],
    ['5-0', 1],
    ['9-0', 1],
    ['9-1', 2],
    ['10-1', 3],
    ['10-2', 4],
    ['99-0', 4],
  ])('puts %s after %i entries, by the numbers of their ids', (id, after) => {
    expect(pointerPlace(entries, 0, id)).toEqual({ after, isBeyond: false });
  });

  it('tells a pointer that is among older entries, which are not shown', () => {
    expect(pointerPlace(entries, 7, '4-0')).toEqual({ after: 0, isBeyond: true });
    expect(pointerPlace(entries, 7, '5-0')).toEqual({ after: 1, isBeyond: false });
  });

  it('has a place on an empty strip', () => {
    expect(pointerPlace([], 0, '3-0')).toEqual({ after: 0, isBeyond: false });
  });
});
