/** What stands between a word that declares and the value: a name, or a pattern of several. */
const DECLARATIONS =
  /^[ \t]*(?:export\s+)?(?:(?:const|let|var|await using|using)\s+([{[][^=;]+|[^=;\n]+)|(?:async\s+)?(?:function\*?|class)\s+([\w$]+)|import\s+([^'"]+?)\s+from\b)/gm;

/** True when a cell declares a name at the beginning of one of its lines, as far as its text tells. */
export function declaresName(source: string, name: string): boolean {
  for (const [, pattern, single, imported] of source.matchAll(DECLARATIONS)) {
    const words: readonly string[] = (pattern ?? single ?? imported ?? '').match(/[\w$]+/g) ?? [];
    if (words.includes(name)) return true;
  }
  return false;
}
