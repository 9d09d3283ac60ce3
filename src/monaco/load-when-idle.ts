import type { Editors } from './editors.svelte.ts';

/** A learner who has just come, or whose cell has just ended, is looking at that; the editor can wait, in ms. */
const QUIET_MS = 1500;

/**
 * Loads the editor when nothing has gone on for a moment and the browser has nothing better to do; ends
 * with the function it returns.
 */
export function loadWhenIdle(editors: Editors): () => void {
  // Without it, the first focus tries again.
  const load = () => void editors.load().catch(() => undefined);
  let request: number | null = null;
  const timer = setTimeout(() => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) request = requestIdleCallback(load);
    else load();
  }, QUIET_MS);
  return () => {
    clearTimeout(timer);
    if (request !== null) cancelIdleCallback(request);
  };
}
