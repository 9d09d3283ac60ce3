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

/** A learner who has just come looks at the beginning, or runs it; the rest can wait, in ms. */
const QUIET = 300;

/**
 * Makes section after section live and lays it out, when nothing has gone on for a moment; ends with the
 * function it returns.
 */
export function layOutWhenQuiet(parts: Parts): () => void {
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
  }, QUIET);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
