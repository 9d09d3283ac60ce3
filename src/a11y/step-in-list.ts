const ARROWS = {
  row: { next: 'ArrowRight', previous: 'ArrowLeft' },
  column: { next: 'ArrowDown', previous: 'ArrowUp' },
};

/**
 * Which of `count` things a key leads to from the one at `index`, round the ends; null for a key that
 * means nothing there. The keys are those of the ARIA patterns: of a tab list for things in a row, of a
 * menu for things in a column.
 */
export function stepInList(
  key: string,
  index: number,
  count: number,
  direction: 'row' | 'column',
): number | null {
  const { next, previous } = ARROWS[direction];
  switch (key) {
    case next:
      return (index + 1) % count;
    case previous:
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
