/**
 * Where in an element's text a point of the window falls, in UTF-16 code units from its start; null
 * when it is not over the text.
 */
export function offsetAtPoint(element: HTMLElement, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  if (caret === null || !element.contains(caret.node)) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(caret.node, caret.offset);
  return range.toString().length;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  return null;
}
