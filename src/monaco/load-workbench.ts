import { loadHighlighter } from '../highlight/browser.svelte.ts';
import type { NotebookCell } from './notebook-cell.ts';
import type { Pauses } from '../idle/pauses.ts';
import { warmUp } from './warm-up.ts';
import type { Workbench } from './workbench.ts';

/** Monaco in pieces, each of which needs those before it: as one it would hold up the page for long. */
const slices: readonly (() => Promise<unknown>)[] = [
  () => import('./slices/text.ts'),
  () => import('./slices/view.ts'),
  () => import('./slices/services.ts'),
  () => import('./slices/api.ts'),
  () => import('./slices/editing.ts'),
  () => import('./slices/knowing.ts'),
];

/**
 * Loads all that editors need.
 * @param cells gives the notebook's cells, in reading order
 * @throws what the browser says when something cannot be loaded
 */
export async function loadWorkbench(
  cells: () => readonly NotebookCell[],
  pauses: Pauses,
): Promise<Workbench> {
  const highlighter = await loadHighlighter();
  await warmUp(highlighter, cells(), pauses);
  for (const load of slices) {
    await pauses.take();
    await load();
  }
  await pauses.take();
  const { Workbench } = await import('./workbench.ts');
  const bench = new Workbench(highlighter, cells);
  await pauses.take();
  if (!pauses.isOver) bench.rehearse();
  return bench;
}
