import { inspect } from 'node:util';

/** As Node shows values, but deep enough for what a group read returns. */
export const INSPECT_OPTIONS = { depth: 6, maxArrayLength: 100, maxStringLength: 10_000 } as const;

/** Longest text of one value, in characters. */
const MAX_VALUE = 100_000;

/** A value as text; never throws, whatever its getters, traps and own inspect functions do. */
export function render(value: unknown): string {
  try {
    return shorten(inspect(value, INSPECT_OPTIONS), MAX_VALUE);
  } catch (error) {
    return `[a ${typeof value} that cannot be shown: showing it threw ${label(error)}]`;
  }
}

/** The text, or its beginning and how much more there is. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const more = (text.length - most).toLocaleString('en');
  return `${text.slice(0, most)}… ${more} more characters`;
}

function label(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return 'something that cannot be shown either';
  }
}
