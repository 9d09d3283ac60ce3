/** A piece of a sentence: plain, or the name of a thing. */
export interface SentencePart {
  kind: 'text' | 'entry' | 'stream' | 'group' | 'consumer';
  text: string;
}

/** Names that may stand in a sentence. */
export type SentenceNames = Record<Exclude<SentencePart['kind'], 'text'>, readonly string[]>;

/** What means something in a regular expression. */
const syntax = /[\\^$.*+?()[\]{}|]/g;

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
  const any = longestFirst.map((name) => name.replace(syntax, String.raw`\$&`)).join('|');
  const whole = new RegExp(
    String.raw`(?<![\p{L}\p{N}_.\-])(?:${any})(?![\p{L}\p{N}_\-]|\.[\p{L}\p{N}_])`,
    'gu',
  );
  const parts: SentencePart[] = [];
  let end = 0;
  for (const { 0: name, index } of sentence.matchAll(whole)) {
    if (index > end) parts.push({ kind: 'text', text: sentence.slice(end, index) });
    parts.push({ kind: kinds.get(name) ?? 'text', text: name });
    end = index + name.length;
  }
  if (end < sentence.length) parts.push({ kind: 'text', text: sentence.slice(end) });
  return parts;
}
