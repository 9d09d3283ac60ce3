import { MAX_VALUE_CHARACTERS, MAX_VALUE_DEPTH, MAX_VALUE_PARTS } from '../limits/limits.ts';

/** Levels and parts of JSON that a level and a part of a value can take, and some more. */
const MOST_LEVELS = 4 * (MAX_VALUE_DEPTH + 2);
const MOST_PARTS = 10 * MAX_VALUE_PARTS;
const MOST_CHARACTERS = 2 * MAX_VALUE_CHARACTERS;

/**
 * True for JSON that is no larger than the description of a value may be. It is walked through
 * without recursion, so that nothing can be deep enough to break it.
 */
export function isBounded(json: unknown): boolean {
  let level: unknown[] = [json];
  let parts = 0;
  let characters = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return false;
    const next: unknown[] = [];
    for (const part of level) {
      if (++parts > MOST_PARTS || characters > MOST_CHARACTERS) return false;
      if (typeof part === 'string') characters += part.length;
      else if (typeof part === 'object' && part !== null) {
        const children = Object.values(part);
        if (children.length > MOST_PARTS) return false;
        for (const child of children) next.push(child);
      }
    }
    level = next;
  }
  return characters <= MOST_CHARACTERS;
}
