/** Room that is left above and below what is brought into view, in px. */
const margin = 80;

/** Brings a place into view: in the box that scrolls it, sideways too, and on the page. */
export function scrollToRange(range: Range): void {
  const element = range.startContainer.parentElement;
  if (element === null) return;
  // What is laid out only when it is near has no place before.
  element.closest('.chunk')?.scrollIntoView({ block: 'nearest' });
  const box = scrollerOf(element);
  if (box !== null) {
    const outer = box.getBoundingClientRect();
    const inner = range.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      box.scrollTop += inner.top - outer.top - box.clientHeight / 2;
    if (inner.left < outer.left || inner.right > outer.right)
      box.scrollLeft += inner.left - outer.left - box.clientWidth / 3;
  }
  const { top, bottom } = range.getBoundingClientRect();
  if (top < margin || bottom > innerHeight - margin) scrollBy({ top: top - innerHeight / 2 });
}

function scrollerOf(element: Element): Element | null {
  const box = element.closest('pre, .wide');
  if (box === null) return null;
  return box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth ? box : null;
}
