/**
 * True for an element of any window. An element that this page has made and put into another window
 * is an instance of this one's Element still, and one that was made there is not.
 */
export function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}
