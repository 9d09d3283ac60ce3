import { loadHighlighter } from '../highlight/browser.svelte.ts';

/** Monaco as far as cells use it. */
export type Monaco = typeof import('./monaco.ts');

let loading: Promise<Monaco> | null = null;
let loaded: Monaco | null = null;

/** Loads Monaco, once. When it cannot be loaded, the next call tries again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Monaco if it is there already, else null. */
export function monacoIfLoaded(): Monaco | null {
  return loaded;
}

async function load(): Promise<Monaco> {
  const [monaco, highlighter] = await Promise.all([import('./monaco.ts'), loadHighlighter()]);
  monaco.setUpMonaco(highlighter);
  loaded = monaco;
  return monaco;
}

/** Loads Monaco when the browser has nothing better to do, so that the first focus finds it there. */
export function loadMonacoWhenIdle(): void {
  const load = () => void loadMonaco().catch(() => undefined);
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) requestIdleCallback(load);
  else setTimeout(load, 1500);
}
