/** A piece of a text: an entry id, or what stands between two of them. */
export interface IdPart {
  text: string;
  isId: boolean;
}

/** Ids that are marked in one text, at most: each becomes an element of the page. */
const MOST_IDS = 2000;

/** Digits of a Unix time in ms: shorter ones are marked only when they are known to be an id. */
const CERTAIN_DIGITS = 10;

/** Two numbers and a dash, no part of a date or a longer word. */
const idLike = /(?<![\w.-])(\d{1,20})-\d{1,20}(?![\w-]|\.\d)/g;

/** Finds the entry ids in a text; `isKnown` is asked about those that could be something else, as `1-2`. */
export function splitIds(text: string, isKnown: (id: string) => boolean): IdPart[] {
  const parts: IdPart[] = [];
  let end = 0;
  let found = 0;
  for (const match of text.matchAll(idLike)) {
    const [id, time = ''] = match;
    if (time.length < CERTAIN_DIGITS && !isKnown(id)) continue;
    if (++found > MOST_IDS) break;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isId: false });
    parts.push({ text: id, isId: true });
    end = match.index + id.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isId: false });
  return parts;
}
