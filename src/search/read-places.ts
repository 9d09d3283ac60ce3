import type { Place } from './place.ts';

/** A place with the element that it is. */
export interface PagePlace extends Place {
  element: HTMLElement;
}

/**
 * Reads what can be found from the page itself: prose is in the document and not in the script.
 * @param codeOf gives the text of a cell as it is now; an editor shows only some of its lines
 */
export function readPlaces(codeOf: (slug: string) => string): PagePlace[] {
  const sections = [...document.querySelectorAll<HTMLElement>('main > section[id]')];
  return sections.flatMap((section) => placesIn(section, codeOf));
}

const parts =
  'h2, h3, h4, .prose > p, .prose li, .prose tr, .prose blockquote, .listing pre, [data-cell], [role="note"]';

function placesIn(section: HTMLElement, codeOf: (slug: string) => string): PagePlace[] {
  let anchor = section.id;
  let title = '';
  const elements = [...section.querySelectorAll<HTMLElement>(parts)];
  return elements
    .filter((element) => element.role === 'note' || !element.parentElement?.closest('[data-cell]'))
    .map((element) => {
      const lesson = section.id;
      const slug = element.dataset['cell'];
      if (slug !== undefined) {
        const name = element.ariaLabel ?? '';
        const text = oneLine(codeOf(slug));
        return { lesson, kind: 'cell', anchor: element.id, title: name, text, element };
      }
      if (element.role === 'note') {
        const cell = element.closest('[data-cell]')?.id ?? anchor;
        return { lesson, kind: 'prose', anchor: cell, title, text: wordsIn(element), element };
      }
      if (!/^H\d$/.test(element.tagName)) {
        return { lesson, kind: 'prose', anchor, title, text: wordsIn(element), element };
      }
      if (element.id !== '' && element.tagName !== 'H2') anchor = element.id;
      title = wordsIn(element);
      return { lesson, kind: 'heading', anchor, title, text: '', element };
    });
}

function wordsIn(element: Element | null): string {
  return oneLine(element?.textContent ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
