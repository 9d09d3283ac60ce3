import { defaultJavaScriptRegexConstructor } from 'shiki/engine/javascript';
import type { LanguageRegistration } from 'shiki/types';
import { FLAGS } from './regex-of.ts';

/** The names under which a grammar of TextMate has patterns. */
const NAMES = ['match', 'begin', 'end', 'while'];

/**
 * The patterns of grammars, which are written for Oniguruma, each with the source of the same expression of
 * JavaScript. Left out are those that a plain expression cannot stand for.
 */
export function translatedPatterns(
  grammars: readonly LanguageRegistration[],
): [pattern: string, source: string][] {
  return [...new Set(grammars.flatMap(patternsIn))].flatMap((pattern) => {
    const regex = translate(pattern);
    return regex === null ? [] : [[pattern, regex.source]];
  });
}

function translate(pattern: string): RegExp | null {
  try {
    const regex = defaultJavaScriptRegexConstructor(pattern, { lazyCompileLength: Infinity });
    // What is more than its source and flags is an object of a class of its own.
    return Object.getPrototypeOf(regex) === RegExp.prototype && regex.flags === FLAGS
      ? regex
      : null;
  } catch {
    return null;
  }
}

function patternsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string' && NAMES.includes(name) ? [value] : patternsIn(value),
  );
}
