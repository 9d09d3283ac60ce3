import { asNumber, asText, type Reply } from '../connection/reply.ts';
import { type FieldPair, pairsOf, toMessage } from './message-object.ts';

/**
 * One entry of a stream, in the shape that node-redis gives it.
 *
 * `message` holds the fields in the order in which Redis keeps them. An object has one value for
 * a name, so of a repeated name it has the last value; `fieldsOf(entry)` has them all.
 */
export interface Entry<Field extends string = string> {
  /** `<ms>-<seq>` */
  readonly id: string;
  readonly message: Record<Field, string>;
  /** Only from a read with `claimIdle`: ms since the entry was last delivered, 0 for a new one. */
  readonly millisElapsedFromDelivery?: number;
  /** Only from a read with `claimIdle`: earlier deliveries, 0 for a new one. */
  readonly deliveriesCounter?: number;
}

/**
 * All fields of an entry as `[name, value]` pairs, exactly as Redis keeps them: in order, and with
 * repeated names. An entry that was deleted while pending has none.
 */
export function fieldsOf(entry: {
  readonly message: Readonly<Record<string, string>>;
}): readonly FieldPair[] {
  return pairsOf(entry.message);
}

/**
 * Whether an entry from the pending history was deleted from its stream meanwhile: its id is still
 * in the pending entries list, its fields are gone.
 */
export function isDeleted(entry: { readonly message: Readonly<Record<string, string>> }): boolean {
  return Object.keys(entry.message).length === 0;
}

/** One entry out of the reply; a deleted one has no fields. */
export function toEntry<Field extends string>(reply: Reply | undefined): Entry<Field> {
  if (typeof reply !== 'object' || reply === null) {
    throw new TypeError('Redis answered something else where an entry was expected.');
  }
  const head = reply[0];
  const flat = reply[1];
  const id = typeof head === 'string' ? head : asText(head);
  const message = typeof flat === 'object' && flat !== null ? toMessage(flat) : {};
  if (reply.length < 4) return { id, message };
  return {
    id,
    message,
    millisElapsedFromDelivery: asNumber(reply[2]),
    deliveriesCounter: asNumber(reply[3]),
  };
}

/** A list of entries; what is null in it (a claimed entry that was deleted) is left out. */
export function toEntries<Field extends string>(reply: Reply | undefined): Entry<Field>[] {
  const entries: Entry<Field>[] = [];
  if (typeof reply !== 'object' || reply === null) return entries;
  for (const item of reply) {
    if (item !== null) entries.push(toEntry(item));
  }
  return entries;
}
