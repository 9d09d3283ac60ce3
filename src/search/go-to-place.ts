import type { PagePlace } from './read-places.ts';

/** Shows a place that has no id of its own: the address names the heading above it. */
export function goToPlace({ anchor, element }: PagePlace): void {
  location.hash = anchor;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}
