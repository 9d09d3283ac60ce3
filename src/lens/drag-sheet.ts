/** Shortest way, in CSS pixels, that makes a tap a drag. */
const slack = 6;

/** What a dragged sheet tells. */
export interface SheetDrag {
  /** It is this high now, in CSS pixels. */
  onheight: (height: number) => void;
  /** It was let go. */
  onend: () => void;
}

/**
 * Lets a finger draw a sheet up and down by its upper edge. What does not move is a tap, and stays one
 * for whoever listens for clicks. Made for an element; returns what ends it.
 */
export function dragSheet(handle: HTMLElement, { onheight, onend }: SheetDrag): () => void {
  let start: number | null = null;
  let isDragged = false;

  const down = (event: PointerEvent) => {
    isDragged = false;
    if (event.pointerType !== 'mouse') start = event.clientY;
  };
  const move = (event: PointerEvent) => {
    if (start === null || (!isDragged && Math.abs(event.clientY - start) < slack)) return;
    if (!isDragged) handle.setPointerCapture(event.pointerId);
    isDragged = true;
    onheight(innerHeight - event.clientY - handle.offsetHeight / 2);
  };
  const up = () => {
    start = null;
    if (isDragged) onend();
  };
  /** The click that ends a drag is none. A finger's drag ends without one: what a key clicks is meant. */
  const click = (event: MouseEvent) => {
    if (isDragged && event.detail > 0) event.stopImmediatePropagation();
    isDragged = false;
  };
  handle.addEventListener('pointerdown', down);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', up);
  handle.addEventListener('pointercancel', up);
  handle.addEventListener('click', click, true);
  return () => {
    handle.removeEventListener('pointerdown', down);
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', up);
    handle.removeEventListener('pointercancel', up);
    handle.removeEventListener('click', click, true);
  };
}
