import type { Value } from './value.ts';

/** How many parts of a value are not told. */
export function omittedOf(value: Value): number {
  if (typeof value !== 'object' || value === null) return 0;
  switch (value.kind) {
    case 'list':
      return Math.max(0, value.length - value.items.length);
    case 'set':
      return Math.max(0, value.size - value.items.length);
    case 'map':
      return Math.max(0, value.size - value.entries.length);
    case 'object':
    case 'error':
      return value.omitted;
    default:
      return 0;
  }
}
