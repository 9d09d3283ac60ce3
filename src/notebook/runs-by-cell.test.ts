import { describe, expect, it } from 'vitest';
import type { Run } from '../../core/session/run.ts';
import { runsByCell } from './runs-by-cell.ts';

const run = (id: string, cell: string): Run => ({
  id,
  cell,
  generation: 1,
  count: 1,
  status: 'ok',
  sourceHash: '',
  names: { declares: [], uses: [] },
  startedAt: 0,
  duration: 0,
  blocked: null,
  stopsAt: null,
  outputs: [],
  commands: [],
  commandsOmitted: 0,
  changes: [],
  before: null,
});

describe('runsByCell', () => {
  it('keeps the order within each cell', () => {
    const byCell = runsByCell([run('1', 'a'), run('2', 'b'), run('3', 'a')]);
    expect(byCell.get('a')?.map(({ id }) => id)).toEqual(['1', '3']);
    expect(byCell.get('b')?.map(({ id }) => id)).toEqual(['2']);
    expect(byCell.get('c')).toBeUndefined();
  });
});
