import type { Run } from '../../core/session/run.ts';

/** The runs of each cell, oldest first. */
export function runsByCell(runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  const byCell = new Map<string, Run[]>();
  for (const run of runs) {
    const known = byCell.get(run.cell);
    if (known) known.push(run);
    else byCell.set(run.cell, [run]);
  }
  return byCell;
}
