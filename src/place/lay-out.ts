import { Pauses } from '../idle/pauses.ts';
import type { Parts } from '../wake/parts.ts';
import { isReload } from './is-reload.ts';
import type { TrueSizes } from './true-sizes.svelte.ts';

/** True when the page opens at a place that only the whole layout tells. */
export function opensAtPlace(): boolean {
  return location.hash !== '' || isReload();
}

/** All lessons of the page, as they stand in it. */
export function lessonSections(): NodeListOf<HTMLElement> {
  return document.querySelectorAll('main > section');
}

/** Lays out, for now, what the first paint has left out: see styles/far-sections.css. */
export function layOutAll(): void {
  for (const section of lessonSections()) section.style.contentVisibility = 'visible';
}

/**
 * Makes section after section live and learns how high it is, when there is time; ends with the function
 * it returns.
 * @param wait before it begins, in ms
 */
export function layOutRest(parts: Parts, sizes: TrueSizes, wait = 0): () => void {
  let isOver = false;
  const timer = setTimeout(async () => {
    const pauses = new Pauses();
    for (const section of lessonSections()) {
      await parts.wakeIn(section, pauses, () => isOver);
      if (isOver) return;
    }
    await sizes.learn(() => isOver);
    if (!isOver) document.documentElement.classList.add('live');
  }, wait);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
