import type { Value } from '../../../core/value/value.ts';
import { preview } from './preview.ts';
import { treeRows } from './tree-rows.ts';

/** A tree of no more rows than this is opened as far as it says more. */
const FEW_ROWS = 40;

/** Characters of a row: what fits into one need not be opened. */
const LINE = 72;

/**
 * What is open in a tree before anybody has opened anything: the first level, and in a small tree
 * whatever does not fit into a line.
 */
export function openedAtFirst(root: Value): (path: string) => boolean {
  const rows = treeRows(root, () => true);
  if (rows.length > FEW_ROWS) return (path) => path === '0';
  const open = new Set(
    rows.filter(({ value }) => value !== undefined && !fits(value)).map(({ path }) => path),
  );
  return (path) => path === '0' || open.has(path);
}

function fits(value: Value): boolean {
  const text = preview(value, 2 * LINE)
    .map((token) => token.text)
    .join('');
  return text.length <= LINE && !text.includes('…');
}
