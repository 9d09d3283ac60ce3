import type { Attachment } from 'svelte/attachments';

/**
 * Tells the size of an element, and each change of it, at the time when the browser has laid out the page
 * anyway. Svelte's own bindings ask while the page is being built, which lays it out once for the answer.
 * @param told gets the width and height inside the border, in CSS pixels
 */
export function whenSized(told: (width: number, height: number) => void): Attachment<HTMLElement> {
  return (element) => {
    const sizes = new ResizeObserver(() => told(element.clientWidth, element.clientHeight));
    sizes.observe(element);
    return () => sizes.disconnect();
  };
}
