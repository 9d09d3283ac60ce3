import type { Match } from './find-matches.ts';

/** What is not looked through: what only screen readers say, and what can be pressed. */
const SKIPPED = '.sr-only, [data-search], .views, .button';

/** Texts in different ones of these do not belong together. */
const BLOCKS = '.chunk, td, th, caption, p, [role="treeitem"]';

/** Between two blocks, so that nothing is found across them. */
const GAP = '\u0000';

/** All text that stands in an element, in one piece, and where in the document each part of it is. */
export class TextIndex {
  readonly text: string;
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];

  constructor(element: Element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    let length = 0;
    let block: Element | null = null;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || parent === null || parent.closest(SKIPPED)) continue;
      const own = parent.closest(BLOCKS);
      if (own !== block) {
        pieces.push(GAP);
        length++;
        block = own;
      }
      this.#nodes.push(node);
      this.#starts.push(length);
      pieces.push(node.data);
      length += node.length;
    }
    this.text = pieces.join('');
  }

  /** The place of a match in the document. */
  rangeOf({ from, to }: Match): Range | null {
    const start = this.#at(from);
    const end = this.#at(to - 1);
    if (start === null || end === null) return null;
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset + 1);
    return range;
  }

  #at(offset: number): { node: Text; offset: number } | null {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const node = this.#nodes[low];
    const inside = offset - (this.#starts[low] ?? 0);
    return node && inside >= 0 && inside < node.length ? { node, offset: inside } : null;
  }
}
