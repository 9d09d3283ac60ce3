import { MAX_VALUE_NAME } from '../../../../core/limits/limits.ts';
import type { Value } from '../../../../core/value/value.ts';
import type { Inside } from './inside.ts';
import { Room } from './room.ts';

const { getOwnPropertyDescriptor, ownKeys } = Reflect;

/** The properties of an object that would be listed, in order, and how many there is no room for. */
export function describeProperties(
  value: object,
  inside: Inside,
  except: readonly string[] = [],
): { entries: [string, Value][]; omitted: number } {
  const entries: [string, Value][] = [];
  let omitted = 0;
  for (const key of ownKeys(value)) {
    const isFull = entries.length >= Room.children;
    // Those that follow are only counted: to look at each of a million would take long.
    if (isFull) {
      omitted++;
      continue;
    }
    const property = getOwnPropertyDescriptor(value, key);
    if (!property?.enumerable || (typeof key === 'string' && except.includes(key))) continue;
    if (!inside.room.takePart()) {
      omitted++;
      continue;
    }
    const name = inside.room.takeText(
      typeof key === 'symbol' ? `[${String(key)}]` : key,
      MAX_VALUE_NAME,
    );
    entries.push([name, describeProperty(property, inside)]);
  }
  return { entries, omitted };
}

/** A getter is not called: it may do anything. */
export function describeProperty(property: PropertyDescriptor, { describe }: Inside): Value {
  if ('value' in property) return describe(property.value);
  const kinds = [property.get && 'Getter', property.set && 'Setter'].filter(Boolean);
  return { kind: 'accessor', text: `[${kinds.join('/')}]` };
}
