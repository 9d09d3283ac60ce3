import type { Editors } from './editors.svelte.ts';

/** Loads the editor when the browser has nothing better to do; ends with the function it returns. */
export function loadWhenIdle(editors: Editors): () => void {
  // Without it, the first focus tries again.
  const load = () => void editors.load().catch(() => undefined);
  // Safari has no requestIdleCallback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(load, 1500);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(load);
  return () => cancelIdleCallback(request);
}
