import type { NextFrame } from './draw-pace.ts';

/** Before the next frame of the page; a page that nobody sees has no frames, and is drawn anyway. */
export const nextFrame: NextFrame = (call) => {
  if (document.visibilityState === 'hidden') {
    const timer = setTimeout(call);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(call);
  return () => cancelAnimationFrame(frame);
};
