import type { CellState } from '../state/cell.svelte.ts';
import { copyText } from './copy-text.ts';

const load = () => import('../../core/script/make-script.ts');

/** Loads what makes scripts: some browsers copy only in the moment of a click. */
export function prepareScripts(): void {
  void load().catch(() => undefined);
}

/**
 * Puts a cell on the clipboard as a script of its own. Resolves to what is to be said about it.
 * @param cells all cells of the notebook, in reading order
 */
export async function copyScript(cells: readonly CellState[], slug: string): Promise<string> {
  const texts = cells.map(({ slug, title, text, lesson, hasOwnText }) => {
    const { blocking, needs, wakes } = lesson;
    return { slug, title, text, blocking, needs, wakes, isOriginal: !hasOwnText };
  });
  try {
    const { makeScript } = await load();
    const { file, text } = makeScript(texts, slug, [slug]);
    return (await copyText(text))
      ? `The script is copied. Paste it into a file ${file}: its first line says what to install.`
      : 'The browser does not let this page copy. Allow it the clipboard, and try again.';
  } catch (error) {
    if (error instanceof Error && error.name === 'ScriptError') return error.message;
    return 'What makes scripts could not be loaded. Is the server there? Try again.';
  }
}
