/** How long a pointer must stay on something before that counts as a question, in ms. */
const REST = 120;

/**
 * Calls a function when a mouse rests on the element: not while it passes, not while something is
 * being selected, and not for a finger. An attachment for Svelte elements.
 */
export function restingPointer(onRest: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => clearTimeout(timer);
    const move = ({ pointerType, buttons }: PointerEvent) => {
      stop();
      const isSelecting = buttons !== 0 || getSelection()?.isCollapsed === false;
      if (pointerType === 'mouse' && !isSelecting) timer = setTimeout(onRest, REST);
    };
    const ends = new AbortController();
    const whileHere = { signal: ends.signal, passive: true };
    element.addEventListener('pointermove', move, whileHere);
    element.addEventListener('pointerdown', stop, whileHere);
    element.addEventListener('pointerleave', stop, whileHere);
    return () => {
      stop();
      ends.abort();
    };
  };
}
