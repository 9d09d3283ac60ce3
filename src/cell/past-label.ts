import type { CellState } from '../state/cell.svelte.ts';
import type { LensState } from '../state/lens.svelte.ts';
import type { ResultTab } from './first-tab.ts';

/** Says which moment a tab tells of, while the lens shows an earlier one. */
export function pastLabel(
  { marks, index }: LensState,
  { slug, run }: CellState,
  tab: ResultTab,
): string {
  const mark = marks
    .slice(0, (index ?? marks.length) + 1)
    .findLast(({ kind, cell }) => kind === 'run' && cell === slug);
  const isNewest = mark?.id === run?.id;
  // Outputs are kept of the newest run only.
  if (tab === 'output' && !isNewest) return 'Output of the newest run, changes as they were then';
  return `As it was at run [${mark?.count ?? '?'}]`;
}
