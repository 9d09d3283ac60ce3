import { whenSized } from '../size/when-sized.ts';
import { firstInView } from './first-in-view.ts';

/** How long after the last scroll one has arrived where one reads, in ms. */
const ARRIVED_MS = 150;

/** How long lessons above may still get other heights after a change of the width, in ms. */
const SETTLE_MS = 1_500;

/** What a learner does to be elsewhere. */
const MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown', 'hashchange'] as const;

/**
 * Keeps what is read where it is in the window when the page gets another width: a drawer that opens,
 * a zoom, a phone that is turned. The browser's own anchoring does nothing then. Returns what ends it.
 */
export function holdThroughWidths(main: HTMLElement): () => void {
  let read: { part: Element; top: number } | null = null;
  let width: number | null = null;
  let until = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    if (performance.now() < until) return;
    // At its top, the page stays there.
    const part = scrollY > 0 ? firstInView() : null;
    read = part && { part, top: part.getBoundingClientRect().top };
  };
  const arrive = () => {
    clearTimeout(timer);
    timer = setTimeout(look, ARRIVED_MS);
  };
  const release = () => {
    until = 0;
    for (const type of MOVES) removeEventListener(type, release);
    document.documentElement.style.removeProperty('overflow-anchor');
    arrive();
  };
  const follow = () => {
    if (until === 0 || read === null) return;
    if (performance.now() >= until || !read.part.isConnected) return release();
    const distance = read.part.getBoundingClientRect().top - read.top;
    if (Math.abs(distance) > 1) scrollBy({ top: distance, behavior: 'instant' });
    requestAnimationFrame(follow);
  };
  const hold = () => {
    const isFollowed = until > 0;
    until = performance.now() + SETTLE_MS;
    if (isFollowed) return;
    for (const type of MOVES) addEventListener(type, release, { passive: true });
    // The browser's own way of doing so, which begins again with the next frame, would be added to this one.
    document.documentElement.style.overflowAnchor = 'none';
    follow();
  };

  const unsize = whenSized((now) => {
    const isOther = width !== null && now !== width;
    width = now;
    if (isOther && read) hold();
  })(main);
  addEventListener('scroll', arrive, { passive: true });
  return () => {
    release();
    clearTimeout(timer);
    removeEventListener('scroll', arrive);
    unsize?.();
  };
}
