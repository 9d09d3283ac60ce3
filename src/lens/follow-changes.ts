/**
 * Brings a stream into view in the lens, unless the learner is looking at something else there: has
 * the pointer over it, or the focus in it. `lens` is what scrolls.
 */
export function followChanges(lens: HTMLElement, key: string): void {
  if (lens.matches(':hover') || lens.contains(document.activeElement)) return;
  const stream = lens.querySelector(`[data-stream="${CSS.escape(key)}"]`);
  if (stream === null) return;
  const box = stream.getBoundingClientRect();
  const view = lens.getBoundingClientRect();
  const isInView = box.top >= view.top && box.top + Math.min(box.height, 200) <= view.bottom;
  if (isInView) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  lens.scrollBy({ top: box.top - view.top - 56, behavior: isCalm ? 'instant' : 'smooth' });
}
