import type { Notebook } from '../state/notebook.svelte.ts';

/** The title of a cell; its slug when the notebook does not have the cell any more. */
export function titleOf(notebook: Pick<Notebook, 'cells'>, slug: string): string {
  return notebook.cells.find((cell) => cell.slug === slug)?.lesson.title ?? slug;
}
