/** A line that stands in both of two texts, or only in the first or the second one. */
export interface DiffLine {
  kind: 'both' | 'first' | 'second';
  text: string;
}

/** Beyond as many pairs of lines, what is between equal beginning and end is taken for different. */
const MOST_PAIRS = 1_000_000;

/** Two texts as one list of lines. */
export function lineDiff(first: string, second: string): DiffLine[] {
  const a = first.split('\n');
  const b = second.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const both = (text: string): DiffLine => ({ kind: 'both', text });
  return [
    ...a.slice(0, start).map(both),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(both),
  ];
}

function middle(a: readonly string[], b: readonly string[]): DiffLine[] {
  if (a.length * b.length > MOST_PAIRS) {
    return [
      ...a.map((text): DiffLine => ({ kind: 'first', text })),
      ...b.map((text): DiffLine => ({ kind: 'second', text })),
    ];
  }
  const common = commonLengths(a, b);
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && one === other) {
      lines.push({ kind: 'both', text: one });
      i++;
      j++;
    } else if (one !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'first', text: one });
      i++;
    } else {
      lines.push({ kind: 'second', text: other ?? '' });
      j++;
    }
  }
  return lines;
}

/** For every pair of places, how many lines the rests of both texts have in common at most. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const common = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i] ?? [];
      const below = common[i + 1] ?? [];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return common;
}
