/** Room above what is brought into view, for what stays at the top of the lens, in CSS pixels. */
const headroom = 56;

/**
 * Brings the first change in a stream into view in the lens, with as much of the stream above it as
 * there is room for; unless the learner is looking at something else there: has the pointer over it,
 * or the focus in it. `lens` is what scrolls.
 */
export function followChanges(lens: HTMLElement, key: string): void {
  if (lens.matches(':hover') || lens.contains(document.activeElement)) return;
  const stream = lens.querySelector(`[data-stream="${CSS.escape(key)}"]`);
  if (stream === null) return;
  const change = (stream.querySelector('[data-mark]') ?? stream).getBoundingClientRect();
  const view = lens.getBoundingClientRect();
  const end = Math.min(change.bottom, change.top + 200);
  if (change.top >= view.top + headroom && end <= view.bottom) return;
  const { top } = stream.getBoundingClientRect();
  const fits = end - top <= view.height - 2 * headroom;
  const target = fits ? top - headroom - view.top : change.top - view.top - view.height / 2;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  lens.scrollBy({ top: target, behavior: isCalm ? 'instant' : 'smooth' });
}
