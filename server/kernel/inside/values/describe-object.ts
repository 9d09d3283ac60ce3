import { inspect, types } from 'node:util';
import { Message } from 'walrus';
import { MAX_VALUE_DEPTH, MAX_VALUE_NAME, MAX_VALUE_TEXT } from '../../../../core/limits/limits.ts';
import type { Value } from '../../../../core/value/value.ts';
import { describeBytes } from './describe-bytes.ts';
import { describeError } from './describe-error.ts';
import { describeList, describeMap, describeSet } from './describe-collection.ts';
import { describeRegExp } from './describe-regexp.ts';
import { describeProperties } from './describe-properties.ts';
import type { Inside } from './inside.ts';
import { chainOf, classOf } from './own-data.ts';
import { promiseState } from './promise-state.ts';
import type { Room } from './room.ts';

const { apply } = Reflect;
const dateTime = Date.prototype.getTime;

/** How a value may be shown in its own words inside another one. */
const OWN_WORDS = { depth: 1, maxArrayLength: 10, maxStringLength: 100, breakLength: Infinity };
const MOST_WORDS = 500;

/** An object; `above` are the objects that it stands in, the outermost first. */
export function describeObject(value: object, above: readonly object[], inside: Inside): Value {
  const { room } = inside;
  // The text shows what is behind a proxy; to look behind it here would enter its traps.
  if (types.isProxy(value)) return { kind: 'other', text: 'Proxy' };
  const at = above.lastIndexOf(value);
  if (at >= 0) return { kind: 'circular', up: above.length - at };
  const name = room.takeText(classOf(value) ?? '', MAX_VALUE_NAME) || null;

  if (types.isDate(value)) {
    const time = apply(dateTime, value, []);
    return { kind: 'date', time: Number.isNaN(time) ? null : time };
  }
  if (types.isRegExp(value))
    return { kind: 'regexp', text: room.takeText(describeRegExp(value), MAX_VALUE_TEXT) };
  if (types.isPromise(value)) return { kind: 'promise', state: promiseState(value) };
  const bytes = describeBytes(value, name);
  if (bytes) return bytes;

  if (above.length >= MAX_VALUE_DEPTH) return tooDeep(value, name);
  if (types.isNativeError(value)) return describeError(value, inside);
  if (hasOwnWords(value)) return { kind: 'other', text: ownWords(value, name, room) };
  if (Array.isArray(value) || types.isTypedArray(value))
    return describeList(value, name === 'Array' ? null : name, inside);
  if (types.isMap(value)) return describeMap(value, name ?? 'Map', inside);
  if (types.isSet(value)) return describeSet(value, name ?? 'Set', inside);
  if (types.isBoxedPrimitive(value) || types.isWeakMap(value) || types.isWeakSet(value))
    return { kind: 'other', text: name ?? 'Object' };
  return { kind: 'object', name, ...describeProperties(value, inside) };
}

/** A message of a time series shows itself, but its parts say more. */
function hasOwnWords(value: object): boolean {
  if (Reflect.getPrototypeOf(value) === Message.prototype) return false;
  for (const link of chainOf(value)) {
    if (Reflect.getOwnPropertyDescriptor(link, inspect.custom)) return true;
  }
  return false;
}

function ownWords(value: object, name: string | null, room: Room): string {
  if (!room.takeOwnWords()) return name ?? 'Object';
  try {
    return room.takeText(inspect(value, OWN_WORDS), MOST_WORDS);
  } catch {
    return name ?? 'Object';
  }
}

function tooDeep(value: object, name: string | null): Value {
  return { kind: 'other', text: `[${name ?? (Array.isArray(value) ? 'Array' : 'Object')}]` };
}
