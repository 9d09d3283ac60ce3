import type { Column } from './table.ts';

/** What stands at the head of a column. */
export function columnName(column: Column): string {
  switch (column.kind) {
    case 'id':
      return 'Entry';
    case 'stream':
      return 'Stream';
    case 'consumer':
      return 'Consumer';
    case 'idle':
      return 'Idle time';
    case 'deliveries':
      return 'Delivery count';
    case 'field':
      return column.name === '' ? '(empty name)' : column.name;
    case 'rest':
      return `${column.count.toLocaleString('en')} more`;
  }
}
