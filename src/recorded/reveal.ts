import { Pauses } from '../idle/pauses.ts';
import { holdStill } from '../place/hold-still.ts';

/** Who is told that the recorded run of a cell can be shown. */
interface Shown {
  isShown(slug: string): boolean;
  show(slug: string): void;
}

/**
 * Shows the recorded runs of all cells, one after the other when there is time, without moving what is
 * being read: above it, the page is held still; a cell that is in view waits until it is not. Ends with
 * the function it returns.
 */
export function revealQuietly(recorded: Shown): () => void {
  let isOver = false;
  const inView = new Set<Element>();
  const left = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting || !inView.delete(target)) continue;
      left.unobserve(target);
      void show(target);
    }
  });
  const show = (cell: Element) => {
    const slug = cell.getAttribute('data-cell') ?? '';
    const isAbove = cell.getBoundingClientRect().top < 0;
    return isAbove ? holdStill(() => recorded.show(slug)) : recorded.show(slug);
  };
  const all = async () => {
    const pauses = new Pauses();
    for (const cell of document.querySelectorAll('[data-cell]')) {
      await pauses.takeWhenDue();
      if (isOver) return;
      const { top, bottom } = cell.getBoundingClientRect();
      if (recorded.isShown(cell.getAttribute('data-cell') ?? '')) continue;
      if (bottom < 0 || top > innerHeight) await show(cell);
      else {
        inView.add(cell);
        left.observe(cell);
      }
    }
  };
  void all();
  return () => {
    isOver = true;
    left.disconnect();
  };
}
