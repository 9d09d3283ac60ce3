/** Lines of an output that are shown before "Show all". */
const shownLines = 30;
/** Characters of an output that are shown before "Show all": a single line can be long too. */
const shownCharacters = 6_000;

export interface FoldedText {
  /** What is shown at first. */
  head: string;
  /** Lines that are not shown, with the one that was cut; 0 when all is shown. */
  hiddenLines: number;
}

/** Cuts a long output to what is read at a glance. The newline that ends a text does not count as a line. */
export function foldText(text: string): FoldedText {
  let end = -1;
  for (let line = 0; line < shownLines; line++) {
    end = text.indexOf('\n', end + 1);
    if (end === -1 || end > shownCharacters) break;
  }
  const isShort = (end === -1 || end >= text.length - 1) && text.length <= shownCharacters;
  if (isShort) return { head: text, hiddenLines: 0 };
  const cut = end === -1 ? shownCharacters : Math.min(end, shownCharacters);
  return { head: text.slice(0, cut), hiddenLines: countLines(text.slice(cut)) };
}

function countLines(rest: string): number {
  // The break after the head, and the one that ends the text, begin no line.
  const last = rest.endsWith('\n') ? rest.length - 2 : rest.length - 1;
  let lines = 1;
  for (let at = rest.indexOf('\n', 1); at !== -1 && at <= last; at = rest.indexOf('\n', at + 1)) {
    lines++;
  }
  return lines;
}
