/** Places that are counted; nobody walks through more. */
export const MOST_MATCHES = 10_000;

/** A place in a text, between two offsets (UTF-16 code units). */
export interface Match {
  from: number;
  to: number;
}

/** Where a text holds what is looked for, without regard to large and small letters. */
export function findMatches(text: string, query: string): Match[] {
  if (query === '') return [];
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  const matches: Match[] = [];
  for (const { index, 0: found } of text.matchAll(pattern)) {
    matches.push({ from: index, to: index + found.length });
    if (matches.length >= MOST_MATCHES) break;
  }
  return matches;
}
