import { omittedOf } from '../value/omitted-of.ts';
import type { Value } from '../value/value.ts';
import { readItem, type Item } from './read-item.ts';
import type { Column, Table } from './table.ts';

/** Fields that get a column of their own. */
const MOST_FIELDS = 8;

/**
 * A list of entries, of messages of a time series or of pending rows as one table; what a group read
 * returns as one for each stream. Null for everything else.
 */
export function tablesOf(value: Value): Table[] | null {
  if (typeof value !== 'object' || value?.kind !== 'list' || value.items.length === 0) return null;
  const table = tableOf(value, null);
  if (table) return [table];
  const tables = value.items.map(streamTable);
  const found = tables.filter((one) => one !== null);
  return found.length === tables.length ? found : null;
}

/** One stream of what a read of several returns: `{ name, messages }`. */
function streamTable(value: Value): Table | null {
  if (typeof value !== 'object' || value?.kind !== 'object') return null;
  const [name, messages, ...others] = value.entries;
  if (name?.[0] !== 'name' || messages?.[0] !== 'messages' || others.length > 0) return null;
  return typeof name[1] === 'string' ? tableOf(messages[1], name[1]) : null;
}

function tableOf(list: Value, stream: string | null): Table | null {
  if (typeof list !== 'object' || list?.kind !== 'list') return null;
  const items: Item[] = [];
  for (const value of list.items) {
    const item = readItem(value);
    if (item === null || item.kind !== (items[0]?.kind ?? item.kind)) return null;
    items.push(item);
  }
  const kind = items[0]?.kind;
  if (kind === undefined) return null;
  const columns = columnsOf(items);
  const rows = items.map((item) => ({
    id: item.id,
    cells: columns.map((column) => cellOf(item, column, columns)),
  }));
  return { stream, kind, columns, rows, omitted: omittedOf(list) };
}

function columnsOf(items: readonly Item[]): Column[] {
  const names = [...new Set(items.flatMap(({ fields }) => fields.map(([name]) => name)))];
  const fields = names.slice(0, MOST_FIELDS).map((name): Column => ({ kind: 'field', name }));
  const rest = names.length - fields.length;
  const known = (kind: 'stream' | 'consumer' | 'idle' | 'deliveries'): Column[] =>
    items.some(({ known }) => known[kind] !== undefined) ? [{ kind }] : [];
  return [
    { kind: 'id' },
    ...known('stream'),
    ...fields,
    ...(rest > 0 ? [{ kind: 'rest', count: rest } as const] : []),
    ...known('consumer'),
    ...known('idle'),
    ...known('deliveries'),
  ];
}

function cellOf(item: Item, column: Column, columns: readonly Column[]): Value | null {
  switch (column.kind) {
    case 'id':
      return item.id;
    case 'field':
      return item.fields.find(([name]) => name === column.name)?.[1] ?? null;
    case 'rest': {
      const shown = columns.flatMap((one) => (one.kind === 'field' ? [one.name] : []));
      const entries = item.fields.filter(([name]) => !shown.includes(name));
      return entries.length === 0 ? null : { kind: 'object', name: null, entries, omitted: 0 };
    }
    default:
      return item.known[column.kind] ?? null;
  }
}
