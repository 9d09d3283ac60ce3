import { types } from 'node:util';
import { MAX_VALUE_NAME, MAX_VALUE_TEXT } from '../../../../core/limits/limits.ts';
import type { Value } from '../../../../core/value/value.ts';
import { describeObject } from './describe-object.ts';
import type { Inside } from './inside.ts';
import { nameOfFunction } from './own-data.ts';
import type { Room } from './room.ts';

const functionText = Function.prototype.toString;
const symbolText = Symbol.prototype.toString;
const { apply } = Reflect;

/** A value of any kind; `above` are the objects that it stands in. */
export function describePart(value: unknown, room: Room, above: readonly object[]): Value {
  switch (typeof value) {
    case 'string': {
      const text = room.takeText(value, MAX_VALUE_TEXT);
      return text.length === value.length ? text : { kind: 'text', text, length: value.length };
    }
    case 'number':
      if (!Number.isFinite(value)) return { kind: 'word', text: `${value}` };
      return Object.is(value, -0) ? { kind: 'word', text: '-0' } : value;
    case 'boolean':
      return value;
    case 'undefined':
      return { kind: 'word', text: 'undefined' };
    case 'bigint':
      return { kind: 'bigint', digits: room.takeText(`${value}`, MAX_VALUE_TEXT) };
    case 'symbol':
      return { kind: 'symbol', text: room.takeText(apply(symbolText, value, []), MAX_VALUE_NAME) };
    case 'function':
      if (types.isProxy(value)) return { kind: 'other', text: 'Proxy' };
      return {
        kind: 'function',
        name: room.takeText(nameOfFunction(value), MAX_VALUE_NAME),
        isClass: /^class\b/.test(apply(functionText, value, []).slice(0, 10)),
      };
    case 'object':
      return value === null ? null : describeObject(value, above, inside(room, above, value));
  }
}

/** The parts of an object see it among those that they stand in. */
function inside(room: Room, above: readonly object[], value: object): Inside {
  return { room, describe: (part) => describePart(part, room, [...above, value]) };
}
