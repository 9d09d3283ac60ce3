import { Uri } from 'monaco-editor/editor';
import type { NotebookCell } from './notebook-cell.ts';

const SCHEME = 'cell';

/** The address of one text of a cell inside Monaco. */
export function cellUri({ slug, textName }: Pick<NotebookCell, 'slug' | 'textName'>): Uri {
  return Uri.from({ scheme: SCHEME, authority: textName, path: `/${slug}` });
}

/** The cell of an address; null for other texts, such as the line of a search. */
export function slugOfUri(uri: Uri): string | null {
  return uri.scheme === SCHEME ? uri.path.slice(1) : null;
}
