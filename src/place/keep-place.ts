import { loadPlace, savePlace, type Place } from '../storage/place.ts';
import { holdPart } from './hold-part.ts';
import { isReload } from './is-reload.ts';
import { lastAbove } from './last-above.ts';
import { safeStorage } from '../storage/safe-storage.ts';

const storage = safeStorage(() => sessionStorage);

/** What begins above it counts as the top of the window: some of it lies under the toolbar. In CSS pixels. */
const TOP = 80;

/** Longest that outputs are awaited before the page stops following them, in ms. */
const settleTime = 4_000;

/**
 * Brings a reloaded page back to where it was, and keeps the place for the next reload. The session's
 * outputs arrive after the page and push it down, so the place is held until `isSettled()`, or until
 * the learner scrolls. Returns what ends it.
 */
export function keepPlace(isSettled: () => boolean): () => void {
  const place = isReload() ? loadPlace(storage) : null;
  const release = place === null ? () => undefined : hold(place, isSettled);
  const save = () => savePlace(storage, currentPlace());
  addEventListener('pagehide', save);
  return () => {
    removeEventListener('pagehide', save);
    release();
  };
}

function hold(place: Place, isSettled: () => boolean): () => void {
  const until = performance.now() + settleTime;
  let settledFrames = 0;
  focusCell(place.cell);
  return holdPart({
    part: () => document.getElementById(place.element),
    top: place.offset,
    isOver: () => {
      if (isSettled()) settledFrames++;
      return settledFrames >= 10 || performance.now() >= until;
    },
  });
}

function focusCell(slug: string | null): void {
  const code = slug && document.querySelector(`[data-cell="${CSS.escape(slug)}"] [data-code]`);
  if (code instanceof HTMLElement) code.focus({ preventScroll: true });
}

/**
 * The last cell or lesson that begins at or above the top of the window, and how far above. Only in that
 * lesson are cells measured: in one that is not laid out yet, this would lay it out.
 */
function currentPlace(): Place | null {
  const lesson = lastAbove(document.querySelectorAll('main > section[id]'), TOP);
  if (lesson === null) return null;
  const element = lastAbove(lesson.querySelectorAll('section[id]'), TOP) ?? lesson;
  const cell = document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell') ?? null;
  return { element: element.id, offset: element.getBoundingClientRect().top, cell };
}
