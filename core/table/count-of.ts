import type { Table } from './table.ts';

const nouns = { entries: ['entry', 'entries'], pending: ['pending entry', 'pending entries'] };

/** How much a table shows, in words: `2 entries`, `1 pending entry`. */
export function countOf({ kind, rows, omitted }: Table): string {
  const count = rows.length + omitted;
  const [one, many] = nouns[kind];
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
