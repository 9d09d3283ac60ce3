interface Watch {
  /** The element has come into view, or has left it. */
  see(isInView: boolean): void;
  /** The element is so far away that nobody is going to look at it soon. */
  leave(): void;
}

/** How far beyond the window something still counts as near: two windows up and down. */
const NEAR = '200% 0px';

/** Tells an element's way into view and far out of it. An attachment for Svelte elements. */
export function whileNear({ see, leave }: Watch): (element: HTMLElement) => () => void {
  return (element) => {
    const view = new IntersectionObserver((entries) => see(isIn(entries) ?? false));
    let isFar = false;
    const near = new IntersectionObserver(
      (entries) => {
        isFar = !(isIn(entries) ?? true);
        if (isFar) leave();
      },
      { rootMargin: NEAR },
    );
    // What has the focus stays; it may lose it when it is far away already.
    const blur = () => queueMicrotask(() => isFar && leave());
    element.addEventListener('focusout', blur);
    view.observe(element);
    near.observe(element);
    return () => {
      view.disconnect();
      near.disconnect();
      element.removeEventListener('focusout', blur);
      see(false);
    };
  };
}

/** A busy page is told of several ways in and out at once: the last one counts. */
function isIn(entries: readonly IntersectionObserverEntry[]): boolean | undefined {
  return entries.at(-1)?.isIntersecting;
}
