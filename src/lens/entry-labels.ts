import type { Entry } from '../../core/lens/snapshot.ts';

/** With more entries than this, squares have no labels. */
const mostLabelled = 30;
/** With at most this many, labels may be long. */
const fewEnough = 12;
/** Longest labels, in characters. */
const long = 10;
const short = 5;
/** What is alike in all labels is left out from this many characters on. */
const worthLeaving = 3;

/**
 * Short labels for the squares of a strip, in the order of its entries: the value of the first field,
 * without what all of them have in common. Null when there are too many entries for labels.
 */
export function entryLabels(entries: readonly Entry[]): readonly string[] | null {
  if (entries.length === 0 || entries.length > mostLabelled) return null;
  const longest = entries.length <= fewEnough ? long : short;
  const texts = entries.map(({ id, fields }) => oneLine(fields[0]?.[1] ?? '') || idTail(id));
  if (texts.every((text) => text.length <= longest)) return texts;
  return different(texts).map((text) => cut(text, longest));
}

/** The end of an entry id, enough to tell it from its neighbours: `…345-0`. */
export function idTail(id: string): string {
  const dash = id.lastIndexOf('-');
  return dash > 3 ? `…${id.slice(dash - 3)}` : id;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** The texts without their common beginning and end, as far as both end between words. */
function different(texts: string[]): string[] {
  if (new Set(texts).size < 2) return texts;
  const start = common(texts, (text, index) => text[index]);
  const rest = texts.map((text) => text.slice(start));
  const end = common(rest, (text, index) => text[text.length - 1 - index]);
  return rest.map((text) => text.slice(0, text.length - end) || text);
}

/** How many characters all texts share from one of their ends, up to a gap between words. */
function common(texts: string[], at: (text: string, index: number) => string | undefined): number {
  const shortest = Math.min(...texts.map(({ length }) => length));
  let gap = 0;
  for (let index = 0; index < shortest; index++) {
    const character = at(texts[0] ?? '', index);
    if (character === undefined || texts.some((text) => at(text, index) !== character)) break;
    if (/[^\p{L}\p{N}]/u.test(character)) gap = index + 1;
  }
  return gap >= worthLeaving ? gap : 0;
}
