/** Characters that are shown before and after what was found. */
const before = 24;
const after = 56;

/**
 * The part of a text around these words together, or else around the longest of them that is in it, cut
 * between words; null when none is.
 */
export function snippet(text: string, words: readonly string[]): string | null {
  const lower = text.toLowerCase();
  const tries = [words.join(' '), ...words.toSorted((a, b) => b.length - a.length)];
  const at = tries.map((words) => lower.indexOf(words)).find((place) => place >= 0);
  if (at === undefined) return null;
  const from = at - before <= 0 ? 0 : text.indexOf(' ', at - before) + 1;
  const start = from === 0 && at > before ? at : Math.min(from, at);
  const cut = text.lastIndexOf(' ', at + after);
  const end = at + after >= text.length ? text.length : cut <= at ? at + after : cut;
  const part = text.slice(start, end).trim();
  return `${start > 0 ? '… ' : ''}${part}${end < text.length ? ' …' : ''}`;
}
