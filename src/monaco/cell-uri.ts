import { Uri } from 'monaco-editor/editor';

const SCHEME = 'cell';

/** The address of a cell's text inside Monaco. */
export function cellUri(slug: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${slug}` });
}

/** The cell of an address; null for other texts, such as the line of a search. */
export function slugOfUri(uri: Uri): string | null {
  return uri.scheme === SCHEME ? uri.path.slice(1) : null;
}
