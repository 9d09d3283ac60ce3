import type { Value } from '../../../../core/value/value.ts';
import { describeProperty } from './describe-properties.ts';
import type { Inside } from './inside.ts';
import { Room } from './room.ts';

const { apply, getOwnPropertyDescriptor } = Reflect;
const mapEntries = Map.prototype.entries;
const setValues = Set.prototype.values;
const mapSize = sizeOf(Map.prototype, 'size');
const setSize = sizeOf(Set.prototype, 'size');
const typedLength = sizeOf(Reflect.getPrototypeOf(Uint8Array.prototype), 'length');

/** A class of its own may have any length, size or iterator: those of the language are asked. */
function sizeOf(prototype: object | null, name: string): (of: object) => number {
  const read = prototype && getOwnPropertyDescriptor(prototype, name)?.get;
  if (!read) throw new Error(`no ${name}: not a prototype of the language`);
  return (of) => Number(apply(read, of, []));
}

/** An array or a typed array. */
export function describeList(
  list: readonly unknown[] | NodeJS.TypedArray,
  name: string | null,
  inside: Inside,
): Value {
  const length = Array.isArray(list) ? list.length : typedLength(list);
  const items: Value[] = [];
  while (items.length < Math.min(length, Room.children) && inside.room.takePart()) {
    const item = getOwnPropertyDescriptor(list, items.length);
    items.push(item ? describeProperty(item, inside) : { kind: 'word', text: 'empty' });
  }
  return { kind: 'list', name, length, items };
}

export function describeMap(
  map: ReadonlyMap<unknown, unknown>,
  name: string,
  inside: Inside,
): Value {
  const entries: [Value, Value][] = [];
  for (const [key, value] of apply(mapEntries, map, [])) {
    if (entries.length >= Room.children || !inside.room.takePart()) break;
    entries.push([inside.describe(key), inside.describe(value)]);
  }
  return { kind: 'map', name, size: mapSize(map), entries };
}

export function describeSet(set: ReadonlySet<unknown>, name: string, inside: Inside): Value {
  const items: Value[] = [];
  for (const item of apply(setValues, set, [])) {
    if (items.length >= Room.children || !inside.room.takePart()) break;
    items.push(inside.describe(item));
  }
  return { kind: 'set', name, size: setSize(set), items };
}
