import type { EntryRef } from '../entry/entry-id.ts';
import { idOf, parseId } from '../entry/entry-id.ts';

/** The id of an entry as a moment, and the number of the entry within that millisecond. */
export type TimePair = readonly [moment: Date, sequence: number];

/**
 * What stands for an id in a time series: a moment (its first entry), a moment and a sequence, or
 * an id as everywhere else, `-`, `+`, `$` and `*` included.
 */
export type TimeId = Date | TimePair | EntryRef;

/** The greatest moment that a Date can be, in ms. */
const MAX_DATE = 8_640_000_000_000_000n;

/**
 * The id `<ms>-<sequence>` of a moment. A Date is an instant: the time zone of the machine plays no
 * part. Throws a RangeError for an invalid Date, one before 1970 or a sequence that is no whole
 * number from 0 on.
 */
export function dateToId(moment: Date, sequence = 0): string {
  const milliseconds = moment.getTime();
  if (!(milliseconds >= 0)) {
    throw new RangeError('The Date of an entry must be valid and not before 1970.');
  }
  if (!Number.isSafeInteger(sequence) || sequence < 0) {
    throw new RangeError(`A sequence must be a whole number of at least 0, not ${sequence}.`);
  }
  return `${milliseconds}-${sequence}`;
}

/**
 * The moment and sequence of an id. Throws a RangeError when a Date or a number cannot hold them
 * exactly, and a SyntaxError when it is no id.
 */
export function idToDate(id: string): [moment: Date, sequence: number] {
  const { milliseconds, sequence } = parseId(id);
  if (milliseconds > MAX_DATE || sequence > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`The id ${id} is beyond what a Date and a number can hold.`);
  }
  return [new Date(Number(milliseconds)), Number(sequence)];
}

function isPair(id: TimeId): id is TimePair {
  return Array.isArray(id);
}

/** The id as text. */
export function timeIdToText(id: TimeId): string {
  if (id instanceof Date) return dateToId(id);
  if (isPair(id)) return dateToId(id[0], id[1]);
  return idOf(id);
}
