import { isElement } from './is-element.ts';

/**
 * Lights up one entry wherever it is shown: elements with `data-lit-id` (an entry id) and, where it is
 * known, `data-lit-stream` (a key). Pointing at one, or moving the focus into one, marks all of the
 * same entry with `data-lit`. It works on the document and not on components, so that a thousand
 * shapes cost nothing while none is pointed at.
 */
export function lightUp(document: Document): () => void {
  let lit: Element[] = [];
  let source: Element | null = null;

  const show = (event: Event) => {
    const found = isElement(event.target) ? event.target.closest('[data-lit-id]') : null;
    if (found === source) return;
    source = found;
    for (const element of lit) element.removeAttribute('data-lit');
    lit = found === null ? [] : sameEntry(document, found);
    for (const element of lit) element.setAttribute('data-lit', '');
  };

  document.addEventListener('pointerover', show);
  document.addEventListener('focusin', show);
  return () => {
    document.removeEventListener('pointerover', show);
    document.removeEventListener('focusin', show);
  };
}

function sameEntry(document: Document, element: Element): Element[] {
  const id = element.getAttribute('data-lit-id') ?? '';
  const stream = element.getAttribute('data-lit-stream');
  const all = document.querySelectorAll(`[data-lit-id="${CSS.escape(id)}"]`);
  return [...all].filter((one) => {
    const its = one.getAttribute('data-lit-stream');
    return stream === null || its === null || its === stream;
  });
}
