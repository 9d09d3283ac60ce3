import { Pauses } from '../idle/pauses.ts';
import type { Parts } from '../wake/parts.ts';
import { isReload } from './is-reload.ts';

/** Lays out what the first paint has left out: see styles/first-paint.css. */
export function layOutAll(): void {
  document.documentElement.classList.add('live');
}

/** True when the page opens at a place that only the whole layout tells. */
export function opensAtPlace(): boolean {
  return location.hash !== '' || isReload();
}

/**
 * Makes section after section live and lays it out, when there is time; ends with the function it returns.
 * @param wait before it begins, in ms
 */
export function layOutRest(parts: Parts, wait = 0): () => void {
  let isOver = false;
  const timer = setTimeout(async () => {
    const pauses = new Pauses();
    for (const section of document.querySelectorAll<HTMLElement>('main > section')) {
      await parts.wakeIn(section, pauses, () => isOver);
      if (section.style.contentVisibility !== 'visible') await pauses.take();
      if (isOver) return;
      section.style.contentVisibility = 'visible';
    }
    layOutAll();
  }, wait);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
