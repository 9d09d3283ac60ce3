import type { FoundNotebook } from '../../core/ipynb/read-notebook.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { MAX_NOTEBOOK_BYTES } from '../../core/limits/limits.ts';
import { textOfCell } from '../cell/text-of-cell.ts';
import type { CellState } from '../state/cell.svelte.ts';
import { saveFile } from './save-file.ts';
import type { Told } from './told.ts';

/** Saves the notebook as it is on the page for Jupyter. */
export async function saveNotebook(cells: readonly CellState[], dialect: Dialect): Promise<Told> {
  const loaded = await Promise.all([
    import('virtual:tutorial-notebooks'),
    import('../../core/ipynb/with-own-texts.ts'),
  ]).catch(() => null);
  const notebook = loaded?.[0].notebooks[dialect];
  if (!loaded || !notebook) return NOT_LOADED;
  const name = `streambook-${dialect}.ipynb`;
  const own = loaded[1].withOwnTexts(notebook, cells.map(textOfCell));
  saveFile(name, `${JSON.stringify(own, null, 1)}\n`);
  return { text: `Saved as ${name}. Deno’s kernel for Jupyter runs it.`, isProblem: false };
}

/** Reads a notebook of Jupyter that was chosen; or says why it cannot be read. */
export async function readChosen(file: File): Promise<FoundNotebook | Told> {
  // Before it is read: a film that was chosen by mistake would fill the memory.
  if (file.size > 4 * MAX_NOTEBOOK_BYTES)
    return { text: `“${file.name}” is too large for a notebook.`, isProblem: true };
  const reader = await import('../../core/ipynb/read-notebook.ts').catch(() => null);
  if (!reader) return NOT_LOADED;
  try {
    return reader.readNotebook(await file.text());
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { text: `“${file.name}”: ${text}`, isProblem: true };
  }
}

const NOT_LOADED: Told = {
  text: 'What reads and writes notebooks could not be loaded. Is the server there? Try again.',
  isProblem: true,
};
