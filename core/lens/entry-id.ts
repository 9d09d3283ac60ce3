/** `5` as Redis understands it, `5-0`; `5-1` as it is; null for what names no single entry, as `*`, `$` or `5-*`. */
export function wholeId(text: string): string | null {
  if (/^\d+$/.test(text)) return `${withoutZeros(text)}-0`;
  const parts = /^(\d+)-(\d+)$/.exec(text);
  if (parts === null) return null;
  return `${withoutZeros(parts[1] ?? '')}-${withoutZeros(parts[2] ?? '')}`;
}

/** The ids that arguments name; null when one of them names no single entry. */
export function wholeIds(texts: readonly string[]): ReadonlySet<string> | null {
  const ids = texts.map(wholeId);
  const known = ids.filter((id) => id !== null);
  return known.length < ids.length ? null : new Set(known);
}

/** All ids that a text mentions, such as a reply; one that may be cut is none. */
export function idsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\d-])\d+-\d+(?![\d…-])/g));
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
