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
  const sizes = new ResizeObserver(update);
  const content = new MutationObserver(update);
  sizes.observe(element);
  content.observe(element, { childList: true, subtree: true, characterData: true });
  update();
  return () => {
    sizes.disconnect();
    content.disconnect();
  };
}
