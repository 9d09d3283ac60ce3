import { splitMatches } from './split-matches.ts';

const name = 'found';

/**
 * Marks words in elements without touching the document, where the browser can; returns what takes the
 * marks away.
 */
export function paintWords(elements: readonly HTMLElement[], words: readonly string[]): () => void {
  if (!('highlights' in CSS)) return () => undefined;
  const ranges = elements.flatMap((element) => rangesIn(element, words));
  CSS.highlights.set(name, new Highlight(...ranges));
  return () => void CSS.highlights.delete(name);
}

function rangesIn(element: HTMLElement, words: readonly string[]): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    let at = 0;
    for (const { text, isMatch } of splitMatches(node.nodeValue ?? '', words)) {
      if (isMatch) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        ranges.push(range);
      }
      at += text.length;
    }
  }
  return ranges;
}
