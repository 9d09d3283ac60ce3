import { escapeHtml } from './escape-html.ts';
import type { Highlighter } from './highlighter.ts';

let loading: Promise<Highlighter> | null = null;
let highlighter = $state.raw<Highlighter | null>(null);

/** Loads the highlighter for code that was not there at build time, once. */
export function loadHighlighter(): Promise<Highlighter> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** A longer text stays plain: to read it anew at each key would take seconds. In characters. */
const MOST_HIGHLIGHTED = 20_000;

/** TypeScript as HTML: highlighted as soon as the highlighter is there, plain until then. Reactive. */
export function highlightTypeScript(code: string): string {
  if (code.length > MOST_HIGHLIGHTED) return escapeHtml(code);
  return highlighter?.toHtml(code, 'typescript') ?? escapeHtml(code);
}

async function load(): Promise<Highlighter> {
  const [{ createHighlighter }, { patterns }] = await Promise.all([
    import('./highlighter.ts'),
    import('virtual:patterns'),
  ]);
  highlighter = await createHighlighter([import('shiki/langs/typescript.mjs')], patterns);
  return highlighter;
}
