/**
 * The last of some elements, in the order of the page, that begins above a line of the window; null for none.
 * @param line distance from the top of the window, in CSS pixels
 */
export function lastAbove(elements: Iterable<Element>, line: number): Element | null {
  return [...elements].findLast((element) => element.getBoundingClientRect().top < line) ?? null;
}
