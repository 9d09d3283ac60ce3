import type { Editors } from './editors.svelte.ts';

/** What is read first is read for longer; the editor can wait after that, in ms. */
const MORE_QUIET = 1200;

/** Loads the editor when nothing has gone on for a moment; ends with the function it returns. */
export function loadWhenQuiet(editors: Editors): () => void {
  const timer = setTimeout(() => editors.loadWhenIdle(), MORE_QUIET);
  return () => clearTimeout(timer);
}
