import { type TimeId, timeIdToText } from '../time-series/time-id.ts';

/** One key, a list of keys, or an object that says from which id on the group reads each key. */
export type GroupKeys = string | readonly string[] | Readonly<Record<string, string>>;

/** The same for a time series, where a start may be a moment. */
export type AnyKeys = string | readonly string[] | Readonly<Record<string, TimeId>>;

/** The keys themselves, as far as they are known when the program is compiled. */
export type KeyOf<Keys extends AnyKeys> = Keys extends string
  ? Keys
  : Keys extends readonly (infer Key extends string)[]
    ? Key
    : keyof Keys & string;

/** Where a new group starts to read, unless told otherwise: at the very first entry. */
export const DEFAULT_START_ID = '0-0';

function isKeyOf<Keys extends AnyKeys>(_key: string): _key is KeyOf<Keys> {
  return true;
}

function isList(keys: AnyKeys): keys is readonly string[] {
  return Array.isArray(keys);
}

function toPairs(keys: AnyKeys): readonly (readonly [key: string, start: TimeId])[] {
  if (typeof keys === 'string') return [[keys, DEFAULT_START_ID]];
  if (typeof keys !== 'object' || keys === null) return [];
  if (isList(keys)) return keys.map((key) => [key, DEFAULT_START_ID]);
  return Symbol.iterator in keys ? [] : Object.entries(keys);
}

/** Each key with the id from which on the group reads it; throws a TypeError for anything else. */
export function toStartIds<Keys extends AnyKeys>(keys: Keys): Map<KeyOf<Keys>, string> {
  const startIds = new Map<KeyOf<Keys>, string>();
  for (const [key, start] of toPairs(keys)) {
    if (typeof key !== 'string' || key === '' || start == null) throw badKeys();
    if (isKeyOf<Keys>(key)) startIds.set(key, timeIdToText(start));
  }
  if (startIds.size === 0) throw badKeys();
  return startIds;
}

function badKeys(): TypeError {
  return new TypeError(
    'The keys of a consumer group must be a key, a list of keys, or an object of key and start id; no key may be empty.',
  );
}
