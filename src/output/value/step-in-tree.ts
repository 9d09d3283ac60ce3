import type { TreeRow } from './tree-rows.ts';

/** What a key does in a tree: goes to a row, or opens or closes the one that has the focus. */
export type TreeStep = { to: number } | { toggle: number };

/** The keys of a tree, as everywhere: arrows, Home, End, Enter and Space. Null for any other. */
export function stepInTree(key: string, at: number, rows: readonly TreeRow[]): TreeStep | null {
  const row = rows[at];
  if (row === undefined) return null;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(last, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'ArrowRight':
      if (row.state === 'closed') return { toggle: at };
      return row.state === 'open' ? { to: Math.min(last, at + 1) } : { to: at };
    case 'ArrowLeft': {
      if (row.state === 'open') return { toggle: at };
      const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
      return { to: Math.max(0, parent) };
    }
    case 'Enter':
    case ' ':
      return row.state === 'leaf' ? { to: at } : { toggle: at };
    default:
      return null;
  }
}
