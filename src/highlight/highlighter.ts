import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { HighlighterCore, LanguageInput } from 'shiki/types';
import { regexOf } from './regex-of.ts';
import { theme } from './theme.ts';
import { toHtml } from './to-html.ts';

/** A line longer than this stays plain, so that no text can keep the page busy. In characters. */
export const LONGEST_LINE = 10_000;

/** No limit of time: a busy machine must not give other colours than an idle one. */
const bounds = { tokenizeMaxLineLength: LONGEST_LINE, tokenizeTimeLimit: 0 };

/** Highlights code in the languages that it was made with; other languages are left plain. */
export interface Highlighter {
  toHtml(code: string, language: string): string;
  /** Shiki's own, for what needs its tokenizer line by line. */
  core: HighlighterCore;
}

/**
 * Makes a highlighter. Build and browser use the same one, with the same regular-expression
 * engine, so that static code, edited code and code in the editor never differ in a token.
 * @param patterns those that are translated already, see translatedPatterns()
 */
export async function createHighlighter(
  languages: LanguageInput[],
  patterns: ReadonlyMap<string, string> = new Map(),
): Promise<Highlighter> {
  const core = await createHighlighterCore({
    themes: [theme],
    langs: languages,
    engine: createJavaScriptRegexEngine({ regexConstructor: regexOf(patterns) }),
  });
  const known = new Set(core.getLoadedLanguages());
  return {
    core,
    toHtml(code, language) {
      const lang = known.has(language) ? language : 'text';
      return toHtml(core.codeToTokensBase(code, { lang, theme: 'streambook', ...bounds }));
    },
  };
}
