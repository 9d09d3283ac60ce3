import { describe, expect, it } from 'vitest';
import { changedCells } from './changed-cells.ts';

const a = { slug: 'a', text: '1' };
const b = { slug: 'b', text: '2' };

describe('changedCells', () => {
  it('tells nothing when nothing has changed', () => {
    expect(changedCells([a, b], [a, { ...b }])).toBeNull();
    expect(changedCells([], [])).toBeNull();
  });

  it('tells the texts that are new, and always the whole order', () => {
    expect(changedCells([a, b], [a, { slug: 'b', text: '3' }])).toEqual({
      order: ['a', 'b'],
      changed: [{ slug: 'b', text: '3' }],
    });
    expect(changedCells([a], [b, a])).toEqual({ order: ['b', 'a'], changed: [b] });
    expect(changedCells([a, b], [b, a])).toEqual({ order: ['b', 'a'], changed: [] });
    expect(changedCells([a, b], [b])).toEqual({ order: ['b'], changed: [] });
  });
});
