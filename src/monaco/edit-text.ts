import type { editor } from 'monaco-editor/editor';
import type { TextEdit } from '../language/language-api.ts';
import { rangeOf } from './range-of.ts';

/** Makes edits that all count on the text as it is; one step to be undone. */
export function editText(text: editor.ITextModel, edits: readonly TextEdit[]): void {
  if (edits.length === 0) return;
  text.pushStackElement();
  text.pushEditOperations(
    [],
    edits.map((edit) => ({ range: rangeOf(text, edit.span), text: edit.text })),
    () => null,
  );
  text.pushStackElement();
}
