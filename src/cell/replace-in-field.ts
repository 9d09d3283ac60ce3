import { smallestEdit } from '../monaco/smallest-edit.ts';

/**
 * Gives the focused field a text that was changed elsewhere: its selection stays where it was, and the
 * learner's undo knows of the change.
 */
export function replaceInField(field: HTMLTextAreaElement, text: string): void {
  if (field.value === text) return;
  const { selectionStart, selectionEnd } = field;
  const { span, text: put } = smallestEdit(field.value, text);
  const end = span.start + span.length;
  field.setSelectionRange(span.start, end);
  // Deprecated, and the only way to change a field so that the learner's undo knows of it.
  document.execCommand(put === '' ? 'delete' : 'insertText', false, put);
  const moved = (offset: number) =>
    offset <= span.start ? offset : Math.max(span.start, offset + put.length - span.length);
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}
