import { copyText } from '../cell/copy-text.ts';
import type { CellState } from '../state/cell.svelte.ts';
import type { Notebook } from '../state/notebook.svelte.ts';
import { LONGEST_LINK, sharedFragment } from './shared-link.ts';

/** Puts a link to the text of a cell on the clipboard. Resolves to what is to be said about it. */
export async function copySharedLink(notebook: Notebook, cell: CellState): Promise<string> {
  const place = notebook.scratch.all.find(({ slug }) => slug === cell.slug)?.place;
  const kind = cell.isScratch ? 'scratch' : 'cell';
  const made = await sharedFragment({ kind, cell: place?.anchor ?? cell.slug, text: cell.text });
  if ('length' in made) {
    const [length, most] = [made.length, LONGEST_LINK].map((count) => count.toLocaleString('en'));
    return `This text is too long for a link: it would have ${length} characters, and ${most} are the most. “Save my work to a file” takes it along.`;
  }
  const [address = ''] = notebook.dialect.link(location.href).split('#');
  return (await copyText(address + made.fragment))
    ? 'The link is copied. It holds the text itself; whoever opens it sees that first, and decides.'
    : 'The browser does not let this page copy. Allow it the clipboard, and try again.';
}
