import type { Value } from '../value/value.ts';

/** What an item of a list is: an entry, or a row of a pending entries list. */
export interface Item {
  kind: 'entries' | 'pending';
  id: string;
  fields: readonly [string, Value][];
  known: { stream?: Value; consumer?: Value; idle?: Value; deliveries?: Value };
}

const ID = /^\d{1,20}-\d{1,20}$/;

/** Properties of each kind, in the names of node-redis and of the library. */
const OF_ENTRY = new Set(['id', 'message', 'millisElapsedFromDelivery', 'deliveriesCounter']);
const OF_MESSAGE = new Set(['stream', 'id', 'timestamp', 'sequence', 'data']);
const OF_PENDING = new Set([
  'id',
  'consumer',
  'millisecondsSinceLastDelivery',
  'deliveriesCounter',
]);

/** Reads an item of a list; null when it is neither of them, or more than that. */
export function readItem(value: Value): Item | null {
  if (typeof value !== 'object' || value?.kind !== 'object' || value.omitted > 0) return null;
  const parts = new Map(value.entries);
  const id = readId(parts.get('id'));
  if (id === null) return null;
  const isOf = (names: ReadonlySet<string>) => [...parts.keys()].every((name) => names.has(name));
  const idle = parts.get('millisecondsSinceLastDelivery');
  const deliveries = parts.get('deliveriesCounter');
  if (isOf(OF_PENDING) && idle !== undefined && deliveries !== undefined) {
    const consumer = parts.get('consumer') ?? null;
    return { kind: 'pending', id, fields: [], known: { consumer, idle, deliveries } };
  }
  const isMessage = value.name === 'Message' && isOf(OF_MESSAGE);
  if (!isMessage && !isOf(OF_ENTRY)) return null;
  const fields = parts.get(isMessage ? 'data' : 'message');
  if (typeof fields !== 'object' || fields?.kind !== 'object' || fields.omitted > 0) return null;
  const elapsed = parts.get('millisElapsedFromDelivery');
  const stream = parts.get('stream');
  const known = {
    ...(isMessage && stream !== undefined && { stream }),
    ...(elapsed !== undefined && { idle: elapsed }),
    ...(deliveries !== undefined && { deliveries }),
  };
  return { kind: 'entries', id, fields: fields.entries, known };
}

/** An id as text; a time series gives it as a pair of a Date and a number. */
function readId(value: Value | undefined): string | null {
  if (typeof value === 'string') return ID.test(value) ? value : null;
  if (typeof value !== 'object' || value?.kind !== 'list' || value.length !== 2) return null;
  const [date, sequence] = value.items;
  if (typeof date !== 'object' || date?.kind !== 'date' || date.time === null) return null;
  return typeof sequence === 'number' ? `${date.time}-${sequence}` : null;
}
