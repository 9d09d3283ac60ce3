import type { Notebook } from '../state/notebook.svelte.ts';

/** The title of a cell, also of one that the learner has removed or that a lesson does not have any more. */
export function titleOf(
  { cells, scratch }: Pick<Notebook, 'cells' | 'scratch'>,
  slug: string,
): string {
  const is = (cell: { slug: string }) => cell.slug === slug;
  const cell = cells.find(is) ?? scratch.removed.find(is)?.cell;
  if (cell) return cell.title;
  return slug.startsWith('scratch-') ? 'A scratch cell that was removed' : slug;
}
