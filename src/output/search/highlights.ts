/** Matches that are marked on either side of the one that is looked at. */
const MOST_MARKED = 1000;

/** Marks what was found, and the one that is looked at; the names are those of `::highlight()` in CSS. */
export function mark(found: readonly (Range | null)[], at: number): void {
  if (!('highlights' in CSS)) return;
  const near = found.slice(Math.max(0, at - MOST_MARKED), at + MOST_MARKED);
  const ranges = near.filter((range) => range !== null);
  const current = found[at];
  CSS.highlights.set('output-found', new Highlight(...ranges));
  CSS.highlights.set('output-current', new Highlight(...(current ? [current] : [])));
}

/** Takes all marks away. */
export function unmark(): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('output-found');
  CSS.highlights.delete('output-current');
}
