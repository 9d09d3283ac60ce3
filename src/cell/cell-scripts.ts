import type { Script } from '../../core/script/make-script.ts';
import { saveFile } from '../own-file/save-file.ts';
import type { CellState } from '../state/cell.svelte.ts';
import { copyText } from './copy-text.ts';
import { textOfCell } from './text-of-cell.ts';

const load = () => import('../../core/script/make-script.ts');

/** What a script is to be made of. */
export interface ScriptWish {
  /** All cells of the notebook, in reading order. */
  cells: readonly CellState[];
  /** Name of the file, without its ending. */
  name: string;
  /** Slugs of the cells that are asked for. */
  slugs: readonly string[];
}

/** Loads what makes scripts: some browsers copy only in the moment of a click. */
export function prepareScripts(): void {
  void load().catch(() => undefined);
}

/** Puts cells on the clipboard as a script of its own. Resolves to what is to be said about it. */
export function copyScript(wish: ScriptWish): Promise<string> {
  return withScript(wish, async ({ file, text }) =>
    (await copyText(text))
      ? `The script is copied. Paste it into a file ${file}: its first line says what to install.`
      : 'The browser does not let this page copy. Allow it the clipboard, and try again.',
  );
}

/** Saves cells as a script of its own. Resolves to what is to be said about it. */
export function downloadScript(wish: ScriptWish): Promise<string> {
  return withScript(wish, ({ file, text }) => {
    saveFile(file, text, 'text/plain');
    return `Saved as ${file}: its first line says what to install.`;
  });
}

async function withScript(
  { cells, name, slugs }: ScriptWish,
  use: (script: Script) => string | Promise<string>,
): Promise<string> {
  try {
    const { makeScript } = await load();
    return await use(makeScript(cells.map(textOfCell), name, slugs));
  } catch (error) {
    if (error instanceof Error && error.name === 'ScriptError') return error.message;
    return 'What makes scripts could not be loaded. Is the server there? Try again.';
  }
}
