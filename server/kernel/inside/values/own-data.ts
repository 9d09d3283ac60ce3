import { types } from 'node:util';

const { getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

/** Prototypes that are looked through, at most: a chain may be made very long. */
const MOST_PROTOTYPES = 20;

/** The objects whose properties a value has: itself, then its prototypes, up to the first proxy. */
export function* chainOf(value: object): Generator<object> {
  let link: object | null = value;
  for (let i = 0; link !== null && i < MOST_PROTOTYPES && !types.isProxy(link); i++) {
    yield link;
    link = getPrototypeOf(link);
  }
}

/** A property's value, its own or inherited; undefined when it would have to be computed. */
export function dataOf(value: object, name: string | symbol): unknown {
  for (const link of chainOf(value)) {
    const property = getOwnPropertyDescriptor(link, name);
    if (property) return 'value' in property ? property.value : undefined;
  }
  return undefined;
}

/** The name of a function, when it is plain text. */
export function nameOfFunction(value: object): string {
  const name = getOwnPropertyDescriptor(value, 'name');
  return typeof name?.value === 'string' ? name.value : '';
}

/** The name of the class that made an object; null when there is none, or it is a plain object. */
export function classOf(value: object): string | null {
  for (const link of chainOf(value)) {
    const made: unknown = getOwnPropertyDescriptor(link, 'constructor')?.value;
    if (link === value || typeof made !== 'function' || types.isProxy(made)) continue;
    const name = nameOfFunction(made);
    return name === 'Object' || name === '' ? null : name;
  }
  return null;
}
