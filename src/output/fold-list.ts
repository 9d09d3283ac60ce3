/** Outputs that are shown at first when there are too many: those at the beginning and at the end. */
const shownFirst = 60;
const shownLast = 20;

export interface FoldedList<Item> {
  first: readonly Item[];
  hidden: readonly Item[];
  last: readonly Item[];
}

/**
 * Cuts a long list to its beginning and its end. The end stays because what counts comes last: the
 * value, or the error.
 */
export function foldList<Item>(items: readonly Item[]): FoldedList<Item> {
  if (items.length <= shownFirst + shownLast) return { first: items, hidden: [], last: [] };
  return {
    first: items.slice(0, shownFirst),
    hidden: items.slice(shownFirst, -shownLast),
    last: items.slice(-shownLast),
  };
}
