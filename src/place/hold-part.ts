/** What a learner does to be elsewhere. */
const MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown', 'hashchange'] as const;

/** A part of the page that is to stay where it is in the window. */
export interface Held {
  /** Asked in every frame; null ends it. */
  part: () => Element | null;
  /** Its distance from the top of the window, in CSS pixels. */
  top: number;
  /** Asked after every frame in which it was held. */
  isOver: () => boolean;
  /** Called once when it is held no more, for whatever reason. */
  released?: () => void;
}

/** Holds a part of the page frame by frame, until that is over or the learner moves. Returns what ends it. */
export function holdPart({ part, top, isOver, released }: Held): () => void {
  let isHeld = true;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    for (const type of MOVES) removeEventListener(type, release);
    released?.();
  };
  const follow = () => {
    if (!isHeld) return;
    const element = part();
    if (element === null) return release();
    const distance = element.getBoundingClientRect().top - top;
    if (Math.abs(distance) > 1) scrollBy({ top: distance, behavior: 'instant' });
    if (isOver()) release();
    else requestAnimationFrame(follow);
  };
  for (const type of MOVES) addEventListener(type, release, { passive: true });
  follow();
  return release;
}
