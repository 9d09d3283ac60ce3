/** Marks the elements whose contrast is measured. */
export const COLOR_SAMPLE = 'data-color-sample';

/**
 * Runs in the page: marks, inside the given parts, one element for each way in which text is coloured: the
 * same letters on the same grounds have the same contrast, and to measure that takes a millisecond for each
 * of thousands of tokens.
 * @param parts selectors; the whole page without one
 */
export function markColorSamples([attribute, parts]: [string, string[]]): void {
  for (const old of document.querySelectorAll(`[${attribute}]`)) old.removeAttribute(attribute);
  const seen = new Set<string>();
  const grounds = new Map<Element, string>();

  /** What is seen behind the text of an element. What may lie above something else is like nothing else. */
  const ground = (element: Element): string => {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
    const behind = element.parentElement ? ground(element.parentElement) : '';
    const isOpaque = backgroundImage === 'none' && /^rgb\(/.test(backgroundColor);
    const isClear = backgroundImage === 'none' && backgroundColor === 'rgba(0, 0, 0, 0)';
    const place = position === 'static' || position === 'relative' ? '' : `${grounds.size};`;
    let seen = `${isClear ? '' : `${backgroundColor} ${backgroundImage};`}${place}${behind}`;
    // What is behind an opaque ground is not seen, but makes it paler together with its letters.
    if (isOpaque) seen = `${backgroundColor};${behind.match(/\[.*?\]/g)?.join('') ?? ''}`;
    if (opacity !== '1') seen = `[${opacity}]${seen}`;
    grounds.set(element, seen);
    return seen;
  };

  const hasText = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());

  const take = (element: Element) => {
    if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) return;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const isOff = element.closest(':disabled, [aria-disabled="true"]') !== null;
    const key = [color, fontSize, fontWeight, textShadow, isOff, ground(element)].join();
    if (!seen.has(key)) element.setAttribute(attribute, '');
    seen.add(key);
  };
  for (const part of parts.length > 0 ? document.querySelectorAll(parts.join()) : [document.body]) {
    take(part);
    for (const element of part.querySelectorAll('*')) take(element);
  }
}
