import type { Value } from './value.ts';

/** What a value takes up. */
export interface ValueSize {
  parts: number;
  characters: number;
}

/** Characters that a part costs beside its text. */
const PART = 8;

const known = new WeakMap<object, ValueSize>();

/** How large a value is; counted once for each. */
export function sizeOfValue(value: Value): ValueSize {
  if (typeof value === 'string') return { parts: 1, characters: PART + value.length };
  if (typeof value !== 'object' || value === null) return { parts: 1, characters: PART };
  const before = known.get(value);
  if (before) return before;
  const size = { parts: 0, characters: 0 };
  add(size, value);
  known.set(value, size);
  return size;
}

/** Every text in it counts, whatever it is called. */
function add(size: ValueSize, part: unknown): void {
  size.parts++;
  size.characters += PART;
  if (typeof part === 'string') size.characters += part.length;
  else if (typeof part === 'object' && part !== null) {
    for (const child of Object.values(part)) {
      if (Array.isArray(child)) for (const item of child) add(size, item);
      else if (typeof child === 'string') size.characters += child.length;
      else if (typeof child === 'object' && child !== null) add(size, child);
    }
  }
}
