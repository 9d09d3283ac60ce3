import type { Editors } from './editors.svelte.ts';

/** A learner who has just come, or whose cell has just ended, is looking at that; the editor can wait, in ms. */
const QUIET = 1500;

/** Loads the editor when nothing has gone on for a moment; ends with the function it returns. */
export function loadWhenQuiet(editors: Editors): () => void {
  const timer = setTimeout(() => editors.loadWhenIdle(), QUIET);
  return () => clearTimeout(timer);
}
