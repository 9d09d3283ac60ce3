/** Room above what is brought into view, in CSS pixels. */
const headroom = 12;

/**
 * Brings a stream into view in the lens, so that its first mark can be seen; unless the learner is
 * looking at something there: has the pointer over it, or the focus in it.
 * @param lens the whole lens @param head what stays at its top while the rest scrolls
 */
export function bringIntoView(lens: HTMLElement, head: HTMLElement, key: string): void {
  if (lens.matches(':hover') || lens.contains(lens.ownerDocument.activeElement)) return;
  const stream = lens.querySelector(`[data-stream="${CSS.escape(key)}"]`);
  const scroller = scrollerOf(lens);
  if (stream === null || scroller === null) return;
  const change = (stream.querySelector('[data-mark]') ?? stream).getBoundingClientRect();
  const whole = stream.getBoundingClientRect();
  const { top, bottom } = scroller.getBoundingClientRect();
  const sticks = getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0;
  const viewTop = top + sticks + headroom;
  const end = Math.min(change.bottom, change.top + 200);
  if (change.top >= viewTop && end <= bottom && isMostlyShown(whole, viewTop, bottom)) {
    // It may be on its way to what was changed before, and would leave this one behind.
    scroller.scrollTo({ top: scroller.scrollTop, behavior: 'instant' });
    return;
  }
  const fits = end - whole.top <= bottom - viewTop;
  const isCalm = lens.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)');
  scroller.scrollBy({
    top: (fits ? whole.top : change.top - headroom) - viewTop,
    behavior: isCalm?.matches ? 'instant' : 'smooth',
  });
}

/** True when no more of a stream would be seen after scrolling. */
function isMostlyShown(whole: DOMRect, top: number, bottom: number): boolean {
  const shown = Math.min(whole.bottom, bottom) - Math.max(whole.top, top);
  return shown >= Math.min(whole.height, bottom - top) * 0.6;
}

/** Scrolls the lens to its top, where a pinned stream stands. */
export function showTop(lens: HTMLElement): void {
  scrollerOf(lens)?.scrollTo({ top: 0, behavior: 'instant' });
}

/** What scrolls around or at an element; null when everything fits. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let one: HTMLElement | null = element; one !== null; one = one.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowY);
    if (scrolls && one.scrollHeight > one.clientHeight + 1) return one;
  }
  return null;
}
