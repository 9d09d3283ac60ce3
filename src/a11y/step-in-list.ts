/**
 * Which of `count` tabs a key leads to from the one at `index`, round the ends; null for a key that
 * tabs do not know. The keys are those of the ARIA pattern of a horizontal tab list.
 */
export function nextTab(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
