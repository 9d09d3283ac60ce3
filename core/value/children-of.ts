import type { Value } from './value.ts';

/** A part of a value under the name that it has there. */
export interface Child {
  /** Name of the property, index, or null where there is none: in a Set. */
  name: string | null;
  /** Key of a Map, when it is not plain text. */
  key: Value | null;
  value: Value;
}

/** The parts of a value that are told, in order; none for what holds nothing. */
export function childrenOf(value: Value): Child[] {
  if (typeof value !== 'object' || value === null) return [];
  switch (value.kind) {
    case 'list':
      return value.items.map((item, index) => ({ name: String(index), key: null, value: item }));
    case 'set':
      return value.items.map((item) => ({ name: null, key: null, value: item }));
    case 'map':
      return value.entries.map(([key, item]) => ({ name: null, key, value: item }));
    case 'object':
    case 'error':
      return value.entries.map(([name, item]) => ({ name, key: null, value: item }));
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
