import type { Value } from '../value/value.ts';

/** What stands in a column of a table of entries or of pending rows. */
export type Column =
  | { kind: 'id' }
  | { kind: 'stream' }
  | { kind: 'consumer' }
  | { kind: 'idle' }
  | { kind: 'deliveries' }
  | { kind: 'field'; name: string }
  /** What has no column of its own. */
  | { kind: 'rest'; count: number };

/** One row: an entry, or a row of a pending entries list. */
export interface TableRow {
  id: string;
  /** By column; null where an entry has no such field. */
  cells: (Value | null)[];
}

/** A list as a table. */
export interface Table {
  /** Key of the stream, where a list says it. */
  stream: string | null;
  kind: 'entries' | 'pending';
  columns: Column[];
  rows: TableRow[];
  /** Rows that are not told. */
  omitted: number;
}
