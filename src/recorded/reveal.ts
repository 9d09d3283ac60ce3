import { Pauses } from '../idle/pauses.ts';
import { holdStill } from '../place/hold-still.ts';

/** Who is told that the recorded run of a cell can be shown. */
interface Shown {
  isShown(slug: string): boolean;
  show(slug: string): void;
}

/**
 * Shows the recorded runs of all cells, one after the other when there is time, without moving what is
 * being read: above it, the page is held still; a cell that is in view waits until it is not, but for the
 * one that a link has led to: what it does is what one came for. Ends with the function it returns. Where
 * the cells are is asked of an observer: to measure each one after the one before has changed would lay
 * out the page 50 times.
 */
export function revealQuietly(recorded: Shown): () => void {
  let isOver = false;
  const places = new Map<Element, 'above' | 'in view' | 'below'>();
  const waiting = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    const isFirst = places.size === 0;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const beside = boundingClientRect.top < 0 ? 'above' : 'below';
      places.set(target, isIntersecting ? 'in view' : beside);
    }
    // A busy page is told of a way out and back at once: only where a cell is now counts.
    for (const cell of waiting) {
      if (places.get(cell) === 'in view') continue;
      waiting.delete(cell);
      void show(cell);
    }
    if (isFirst) void all();
  });
  const show = (cell: Element) => {
    observer.unobserve(cell);
    const slug = cell.getAttribute('data-cell') ?? '';
    if (recorded.isShown(slug)) return;
    return places.get(cell) === 'above'
      ? holdStill(() => recorded.show(slug))
      : recorded.show(slug);
  };
  const all = async () => {
    const pauses = new Pauses();
    for (const cell of places.keys()) {
      await pauses.takeWhenDue();
      if (isOver) return;
      if (places.get(cell) === 'in view' && location.hash !== `#${cell.id}`) waiting.add(cell);
      else await show(cell);
    }
  };
  for (const cell of document.querySelectorAll('[data-cell]')) observer.observe(cell);
  return () => {
    isOver = true;
    observer.disconnect();
  };
}
