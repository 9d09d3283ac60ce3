import { childrenOf, type Child } from '../../../core/value/children-of.ts';
import { omittedOf } from '../../../core/value/omitted-of.ts';
import type { Value } from '../../../core/value/value.ts';

/** One visible row of a tree. */
export interface TreeRow {
  /** Where it stands: the indices on the way from the root, `0.2.1`. */
  path: string;
  /** 1 = the root. */
  level: number;
  /** Name of a property, index, or key of a Map; null for the root and the items of a Set. */
  name: string | null;
  key?: Value;
  /** Undefined in a row that only says how many there are more: null is a value. */
  value: Value | undefined;
  /** Parts that are not told; only in a row without a value. */
  more: number;
  /** Whether it can be opened, and is. */
  state: 'leaf' | 'closed' | 'open';
  /** Its place among its siblings, from 1 on, and how many they are. */
  position: number;
  siblings: number;
}

/** The rows of a tree that are visible, from top to bottom. */
export function treeRows(root: Value, isOpen: (path: string) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (child: Child, path: string, level: number, position: number, siblings: number) => {
    const parts = partsOf(child.value);
    const more = omittedOf(child.value);
    const isLeaf = parts.length === 0 && more === 0;
    const state = isLeaf ? 'leaf' : isOpen(path) ? 'open' : 'closed';
    rows.push({ ...child, path, level, more: 0, state, position, siblings });
    if (state !== 'open') return;
    const all = parts.length + (more > 0 ? 1 : 0);
    for (const [index, part] of parts.entries())
      add(part, `${path}.${index}`, level + 1, index + 1, all);
    if (more > 0) {
      const rest = { name: null, value: undefined, more, state: 'leaf' } as const;
      rows.push({ ...rest, path: `${path}.…`, level: level + 1, position: all, siblings: all });
    }
  };
  add({ name: null, value: root }, '0', 1, 1, 1);
  return rows;
}

/** What an error holds: its frames too. */
function partsOf(value: Value): Child[] {
  const children = childrenOf(value);
  if (typeof value !== 'object' || value?.kind !== 'error' || value.stack === '') return children;
  const frames = value.stack.split('\n').map((line) => line.trim());
  const stack: Value = { kind: 'other', text: frames.join('\n') };
  return [{ name: 'stack', value: stack }, ...children];
}
