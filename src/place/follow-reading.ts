import type { LastPlace } from '../storage/last-place.ts';
import { lastAbove } from './last-above.ts';

/**
 * Tells where the learner is whenever the page is left or hidden; not when that is still the top of
 * the page, from where one has only looked at it. Returns what ends it.
 */
export function followReading(save: (place: LastPlace) => void): () => void {
  const tell = () => {
    const place = placeInView();
    if (place !== null) save(place);
  };
  const hidden = () => document.visibilityState === 'hidden' && tell();
  addEventListener('pagehide', tell);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    removeEventListener('pagehide', tell);
    document.removeEventListener('visibilitychange', hidden);
  };
}

/** The cell with the focus if it is in view, else the last one that begins in the upper half of the window. */
function placeInView(): LastPlace | null {
  const focused = document.activeElement?.closest('[data-cell]') ?? null;
  const line = innerHeight / 2;
  const lesson = lastAbove(document.querySelectorAll('main > section[id]'), line);
  if (lesson === null) return null;
  const inView =
    focused && isInView(focused)
      ? focused
      : lastAbove(lesson.querySelectorAll('[data-cell]'), line);
  const home = inView?.closest('main > section[id]') ?? lesson;
  return { lesson: home.id, cell: inView?.getAttribute('data-cell') ?? null };
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
