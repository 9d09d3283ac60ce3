import { highlightTypeScript } from '../highlight/browser.svelte.ts';
import type { CellState } from '../state/cell.svelte.ts';

let html = $state.raw<Record<string, string>>({});
let loading: Promise<void> | null = null;

/** Loads the highlighted code of the second dialect; until it is there, that is shown plain. */
export function loadCodeHtml(): void {
  loading ??= load().catch(() => {
    // The next switch tries again.
    loading = null;
  });
}

async function load(): Promise<void> {
  const { codeHtml: loaded } = await import('virtual:tutorial-code');
  html = loaded;
}

/** The text that a cell shows, as HTML, when it is not the one that the page was delivered with. Reactive. */
export function codeHtml({ slug, text, lesson }: CellState): string {
  const delivered = text === lesson.code['node-redis'] ? html[slug] : undefined;
  return delivered ?? highlightTypeScript(text);
}
