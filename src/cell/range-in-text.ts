import type { Span } from '../language/language-api.ts';

/** The range of a span in an element's text; null when the text does not reach so far. */
export function rangeInText(element: HTMLElement, { start, length }: Span): Range | null {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let isBegun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const until = before + (node.nodeValue?.length ?? 0);
    if (!isBegun && start < until) {
      range.setStart(node, start - before);
      isBegun = true;
    }
    if (isBegun && start + length <= until) {
      range.setEnd(node, start + length - before);
      return range;
    }
    before = until;
  }
  return null;
}
