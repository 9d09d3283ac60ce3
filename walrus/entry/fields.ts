import type { Argument } from '../connection/client.ts';

/**
 * A value that a field can take. Redis keeps text: numbers and bigints are written in decimal, a
 * Date as ISO 8601 in UTC, a Buffer byte for byte.
 */
export type FieldValue = string | number | bigint | Date | Uint8Array;

/**
 * The fields of a new entry: an object, or pairs where the order of integer-like names or a
 * repeated name matters (an object cannot hold those).
 */
export type Fields<Field extends string = string> =
  Readonly<Record<Field, FieldValue>> | Iterable<readonly [name: Field, value: FieldValue]>;

function isIterable(fields: Fields): fields is Iterable<readonly [string, FieldValue]> {
  return Symbol.iterator in fields;
}

function encodeValue(name: string, value: unknown): Argument {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
      return String(value);
    case 'object':
      if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
      if (value instanceof Uint8Array) {
        return Buffer.isBuffer(value)
          ? value
          : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      }
  }
  const shown = value instanceof Date ? 'an invalid Date' : Array.isArray(value) ? 'a list' : value;
  throw new TypeError(
    `The field ${JSON.stringify(name)} cannot be ${typeof shown === 'object' && shown !== null ? 'an object' : String(shown)}: ` +
      'a field of a stream is text, a number, a bigint, a Date or bytes.',
  );
}

function pushPairs(args: Argument[], pairs: Iterable<readonly [string, FieldValue]>): void {
  for (const pair of pairs) {
    if (!Array.isArray(pair) || typeof pair[0] !== 'string') {
      throw new TypeError('A list of fields must consist of [name, value] pairs.');
    }
    args.push(pair[0], encodeValue(pair[0], pair[1]));
  }
}

/**
 * Appends names and values to a command. Throws a TypeError for null, undefined, booleans and
 * other objects as a value, and when there is no field at all; nothing has been sent then.
 */
export function pushFields(args: Argument[], fields: Fields): void {
  if (typeof fields !== 'object' || fields === null) {
    throw new TypeError('The fields of an entry must be an object, a Map or a list of pairs.');
  }
  const before = args.length;
  if (isIterable(fields)) pushPairs(args, fields);
  else for (const name of Object.keys(fields)) args.push(name, encodeValue(name, fields[name]));
  if (args.length === before) throw new TypeError('An entry must have at least one field.');
}
