import * as v from 'valibot';
import { isBounded } from './is-bounded.ts';

/**
 * A value as the kernel describes it beside its text: bounded, and made without running the
 * learner's code. What JSON has stands for itself; everything else says what kind it is.
 */
export type Value = string | number | boolean | null | ValueNode;

/** A value that JSON does not have, or that holds others. */
export type ValueNode =
  /** A text that is longer than what is told of it; `length` counts UTF-16 code units. */
  | { kind: 'text'; text: string; length: number }
  /** undefined, NaN, Infinity, -0, a hole in a list: as it is written. */
  | { kind: 'word'; text: string }
  /** A bigint without its n. */
  | { kind: 'bigint'; digits: string }
  | { kind: 'symbol'; text: string }
  | { kind: 'function'; name: string; isClass: boolean }
  /** Unix time in ms; null for an invalid Date. */
  | { kind: 'date'; time: number | null }
  | { kind: 'regexp'; text: string }
  /** Buffer, Uint8Array, ArrayBuffer: its first bytes as hexadecimal digits. */
  | { kind: 'bytes'; name: string; length: number; hex: string }
  /** An array, or a typed array; `name` is null for a plain one. Its first items. */
  | { kind: 'list'; name: string | null; length: number; items: Value[] }
  | { kind: 'set'; name: string; size: number; items: Value[] }
  | { kind: 'map'; name: string; size: number; entries: [Value, Value][] }
  /** `name` is that of its class; null for a plain one. `omitted` counts the properties left out. */
  | { kind: 'object'; name: string | null; entries: [string, Value][]; omitted: number }
  | ErrorValue
  | { kind: 'promise'; state: 'pending' | 'fulfilled' | 'rejected' }
  /** A property that would have to be computed: it was not. */
  | { kind: 'accessor'; text: string }
  /** An object that holds this one, so many levels above. */
  | { kind: 'circular'; up: number }
  /** Something too deep, or that shows itself in its own words. */
  | { kind: 'other'; text: string };

/** An Error, with what else was put on it. */
export interface ErrorValue {
  kind: 'error';
  name: string;
  message: string;
  /** The frames inside cells, one a line. */
  stack: string;
  entries: [string, Value][];
  omitted: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.nullable(v.string());
const Leaf = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const Part: v.GenericSchema<Value> = v.lazy((input) =>
  typeof input === 'object' && input !== null ? Node : Leaf,
);
const entries = v.array(v.tuple([v.string(), Part]));

const Node: v.GenericSchema<ValueNode> = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string(), length: count }),
  v.object({ kind: v.literal('word'), text: v.string() }),
  v.object({ kind: v.literal('bigint'), digits: v.string() }),
  v.object({ kind: v.literal('symbol'), text: v.string() }),
  v.object({ kind: v.literal('function'), name: v.string(), isClass: v.boolean() }),
  v.object({
    kind: v.literal('date'),
    time: v.nullable(v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15))),
  }),
  v.object({ kind: v.literal('regexp'), text: v.string() }),
  v.object({ kind: v.literal('bytes'), name: v.string(), length: count, hex: v.string() }),
  v.object({ kind: v.literal('list'), name, length: count, items: v.array(Part) }),
  v.object({ kind: v.literal('set'), name: v.string(), size: count, items: v.array(Part) }),
  v.object({
    kind: v.literal('map'),
    name: v.string(),
    size: count,
    entries: v.array(v.tuple([Part, Part])),
  }),
  v.object({ kind: v.literal('object'), name, entries, omitted: count }),
  v.object({
    kind: v.literal('error'),
    name: v.string(),
    message: v.string(),
    stack: v.string(),
    entries,
    omitted: count,
  }),
  v.object({
    kind: v.literal('promise'),
    state: v.picklist(['pending', 'fulfilled', 'rejected']),
  }),
  v.object({ kind: v.literal('accessor'), text: v.string() }),
  v.object({ kind: v.literal('circular'), up: count }),
  v.object({ kind: v.literal('other'), text: v.string() }),
]);

/** Its size is looked at first: one that was made without end must not even be walked through. */
export const Value: v.GenericSchema<unknown, Value> = v.pipe(
  v.unknown(),
  v.check(isBounded, 'a value must be bounded'),
  Part,
);
