/** The line (1-based) of a lesson's text on which the fence of a cell begins. */
export function findCellLine(text: string, slug: string): number {
  const fence = new RegExp(`^\\S+.* cell="?${slug}"?(\\s|$)`);
  return text.split('\n').findIndex((row) => fence.test(row)) + 1;
}
