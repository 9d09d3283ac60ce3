import { describe, expect, it } from 'vitest';
import { MAX_SOURCE_LENGTH } from '../../core/limits/limits.ts';
import type { CellStatus } from './cell-status.ts';
import { isTooLong, planAbove, planRun, planUpTo } from './run-plan.ts';

const cell = (slug: string, status: CellStatus = 'idle', text = '1') => ({ slug, status, text });
const slugs = (cells: { slug: string }[]) => cells.map(({ slug }) => slug);

describe('planRun', () => {
  it('takes all cells in their order, whatever their last run gave', () => {
    const cells = [cell('a', 'ok'), cell('b', 'error'), cell('c', 'stale'), cell('d')];
    expect(slugs(planRun(cells))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves out those that are on their way', () => {
    const cells = [cell('a', 'queued'), cell('b', 'blocked'), cell('c', 'running'), cell('d')];
    expect(slugs(planRun(cells))).toEqual(['d']);
  });

  it('leaves out a cell that is too long for the server', () => {
    expect(planRun([cell('a', 'idle', 'x'.repeat(MAX_SOURCE_LENGTH + 1))])).toEqual([]);
  });
});

describe('planAbove', () => {
  it('takes what stands before the cell, not the cell itself', () => {
    expect(slugs(planAbove([cell('a'), cell('b'), cell('c')], 'c'))).toEqual(['a', 'b']);
  });

  it('takes nothing above the first cell, or above one that is not there', () => {
    expect(planAbove([cell('a')], 'a')).toEqual([]);
    expect(planAbove([cell('a')], 'z')).toEqual([]);
  });
});

describe('planUpTo', () => {
  it('takes what stands before the cell, and the cell itself', () => {
    expect(slugs(planUpTo([cell('a'), cell('b'), cell('c')], 'b'))).toEqual(['a', 'b']);
    expect(planUpTo([cell('a')], 'z')).toEqual([]);
  });
});

describe('isTooLong', () => {
  it('allows exactly the limit', () => {
    expect(isTooLong('x'.repeat(MAX_SOURCE_LENGTH))).toBe(false);
    expect(isTooLong('x'.repeat(MAX_SOURCE_LENGTH + 1))).toBe(true);
  });
});
