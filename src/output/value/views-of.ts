import { tablesOf } from '../../../core/table/tables-of.ts';
import type { Table } from '../../../core/table/table.ts';
import type { Value } from '../../../core/value/value.ts';

/** A way to look at what a run has shown. */
export type ViewKind = 'table' | 'tree' | 'text';

/** One printed value in the ways in which it can be looked at. */
export interface Viewed {
  value: Value;
  tables: Table[] | null;
}

/** The values of an output, with their tables where they are lists of entries or of pending rows. */
export function viewed(values: readonly Value[]): Viewed[] {
  return values.map((value) => ({ value, tables: tablesOf(value) }));
}

/** The ways to look at an output; the first one is taken until somebody chooses. */
export function viewsOf(values: readonly Viewed[]): ViewKind[] {
  return values.some(({ tables }) => tables !== null)
    ? ['table', 'tree', 'text']
    : ['tree', 'text'];
}
