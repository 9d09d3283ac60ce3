/** A piece of a sentence: plain, or the name of a thing. */
export interface SentencePart {
  kind: 'text' | 'entry' | 'stream' | 'group' | 'consumer';
  text: string;
}

/** Names that may stand in a sentence. */
export type SentenceNames = Record<Exclude<SentencePart['kind'], 'text'>, readonly string[]>;

/** What makes a name that stands before it, or after it, a part of a longer word. */
const continuation = /^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}_])/u;
const beginning = /[\p{L}\p{N}_.-]$/u;

/**
 * Finds names in a sentence, whole ones only, the longest first: `cg-abc.c2` is a consumer although
 * `cg-abc` is its group. A name
 * of two things is that of the smaller one: entry, consumer, group, stream.
 */
export function splitNames(sentence: string, names: SentenceNames): SentencePart[] {
  const kinds = new Map<string, SentencePart['kind']>();
  for (const kind of ['entry', 'consumer', 'group', 'stream'] as const) {
    for (const name of names[kind]) if (name !== '' && !kinds.has(name)) kinds.set(name, kind);
  }
  if (kinds.size === 0) return [{ kind: 'text', text: sentence }];
  const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length);
  const nameAt = (at: number) =>
    longestFirst.find(
      (name) =>
        sentence.startsWith(name, at) && !continuation.test(sentence.slice(at + name.length)),
    );
  const parts: SentencePart[] = [];
  let end = 0;
  for (let at = 0; at < sentence.length; at++) {
    const name = nameAt(at);
    if (name === undefined || beginning.test(sentence.slice(0, at))) continue;
    if (at > end) parts.push({ kind: 'text', text: sentence.slice(end, at) });
    parts.push({ kind: kinds.get(name) ?? 'text', text: name });
    end = at + name.length;
    at = end - 1;
  }
  if (end < sentence.length) parts.push({ kind: 'text', text: sentence.slice(end) });
  return parts;
}
