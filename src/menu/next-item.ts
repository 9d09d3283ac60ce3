/**
 * Which of `count` items of a menu a key leads to from the one at `index`, round the ends; null for a
 * key that menus do not know.
 */
export function nextItem(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
