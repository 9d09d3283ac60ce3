import { defaultJavaScriptRegexConstructor } from 'shiki/engine/javascript';

/** The flags of every translated pattern. */
export const FLAGS = 'dgv';

/**
 * What makes the expression of a pattern: from its translation where there is one, and where the browser
 * takes it; else it is translated now.
 * @param patterns sources of translated patterns
 */
export function regexOf(patterns: ReadonlyMap<string, string>): (pattern: string) => RegExp {
  return (pattern) => {
    const source = patterns.get(pattern);
    if (source !== undefined) {
      try {
        return new RegExp(source, FLAGS);
      } catch {
        // An older browser, which does not know the flags.
      }
    }
    return defaultJavaScriptRegexConstructor(pattern);
  };
}
