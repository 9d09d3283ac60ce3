import { whenSized } from '../size/when-sized.ts';
import { firstInView } from './first-in-view.ts';
import { holdPart } from './hold-part.ts';

/** How long after the last scroll one has arrived where one reads, in ms. */
const ARRIVED_MS = 150;

/** How long lessons above may still get other heights after a change of the width, in ms. */
const SETTLE_MS = 1_500;

/**
 * Keeps what is read where it is in the window when the page gets another width: a drawer that opens,
 * a zoom, a phone that is turned. The browser's own anchoring does nothing then. Returns what ends it.
 */
export function holdThroughWidths(main: HTMLElement): () => void {
  let read: { part: Element; top: number } | null = null;
  let width: number | null = null;
  let until = 0;
  let release: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    if (release) return;
    // At its top, the page stays there.
    const part = scrollY > 0 ? firstInView() : null;
    read = part && { part, top: part.getBoundingClientRect().top };
  };
  const arrive = () => {
    clearTimeout(timer);
    timer = setTimeout(look, ARRIVED_MS);
  };
  const hold = ({ part, top }: { part: Element; top: number }) => {
    until = performance.now() + SETTLE_MS;
    if (release) return;
    if (!part.isConnected) return arrive();
    const { style } = document.documentElement;
    // The browser's own way of doing so, which begins again with the next frame, would be added to this one.
    style.overflowAnchor = 'none';
    release = holdPart({
      part: () => (part.isConnected ? part : null),
      top,
      isOver: () => performance.now() >= until,
      released: () => {
        release = null;
        style.removeProperty('overflow-anchor');
        arrive();
      },
    });
  };

  const unsize = whenSized((now) => {
    const isOther = width !== null && now !== width;
    width = now;
    if (isOther && read) hold(read);
  })(main);
  addEventListener('scroll', arrive, { passive: true });
  return () => {
    release?.();
    clearTimeout(timer);
    removeEventListener('scroll', arrive);
    unsize?.();
  };
}
