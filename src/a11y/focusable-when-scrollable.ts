/** How long a change is left alone, in ms: to look takes a frame, which the answer to the next click would wait for. */
const LATER_MS = 300;

/**
 * Lets the keyboard reach an element that scrolls, for as long as it has something to scroll; one
 * that shows everything is not worth a stop on the way. An attachment for Svelte elements.
 */
export function focusableWhenScrollable(element: HTMLElement): () => void {
  const update = () => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const scrolls = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
    if (scrolls) element.tabIndex = 0;
    else if (document.activeElement !== element) element.removeAttribute('tabindex');
  };
  // It calls when the layout is there, and once at the beginning: asking at any other time would
  // make the browser lay out the page for the answer alone.
  const sizes = new ResizeObserver(update);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    timer = null;
    sizes.unobserve(element);
    sizes.observe(element);
  };
  const content = new MutationObserver(() => (timer ??= setTimeout(look, LATER_MS)));
  sizes.observe(element);
  content.observe(element, { childList: true, subtree: true, characterData: true });
  return () => {
    if (timer) clearTimeout(timer);
    sizes.disconnect();
    content.disconnect();
  };
}
