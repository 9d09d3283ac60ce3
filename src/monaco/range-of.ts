import { Range, type editor } from 'monaco-editor/editor';
import type { Span } from '../language/language-api.ts';

/** A span in lines and columns. What lies beyond the text is cut off. */
export function rangeOf(text: editor.ITextModel, { start, length }: Span): Range {
  return Range.fromPositions(text.getPositionAt(start), text.getPositionAt(start + length));
}
