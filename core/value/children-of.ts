import type { Value } from './value.ts';

/** A part of a value under the name that it has there. */
export interface Child {
  /** Name of the property, index, or null where there is none: in a Set. */
  name: string | null;
  /** Key in a Map, any value; left out elsewhere. */
  key?: Value;
  value: Value;
}

/** The parts of a value that are told, in order; none for what holds nothing. */
export function childrenOf(value: Value): Child[] {
  if (typeof value !== 'object' || value === null) return [];
  switch (value.kind) {
    case 'list':
      return value.items.map((item, index) => ({ name: String(index), value: item }));
    case 'set':
      return value.items.map((item) => ({ name: null, value: item }));
    case 'map':
      return value.entries.map(([key, item]) => ({ name: null, key, value: item }));
    case 'object':
    case 'error':
      return value.entries.map(([name, item]) => ({ name, value: item }));
    case 'text':
    case 'word':
    case 'bigint':
    case 'symbol':
    case 'function':
    case 'date':
    case 'regexp':
    case 'bytes':
    case 'promise':
    case 'accessor':
    case 'circular':
    case 'other':
      return [];
  }
}
