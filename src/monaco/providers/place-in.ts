import type { editor, IPosition } from 'monaco-editor/editor';
import type { Place } from '../../language/language-api.ts';
import { slugOfUri } from '../cell-uri.ts';

/** A position as the language worker counts it; null when the text is not a cell's. */
export function placeIn(model: editor.ITextModel, position: IPosition): Place | null {
  const slug = slugOfUri(model.uri);
  return slug === null ? null : { slug, offset: model.getOffsetAt(position) };
}
