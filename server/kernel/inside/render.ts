import { inspect } from 'node:util';

/** As Node shows values, but deep enough for what a group read returns. */
export const INSPECT_OPTIONS = { depth: 6, maxArrayLength: 100, maxStringLength: 10_000 } as const;

/** Longest text of one value, in characters. */
const MAX_VALUE = 100_000;

/** A value as text; never throws, whatever its getters, traps and own inspect functions do. */
export function render(value: unknown): string {
  try {
    const text = inspect(value, INSPECT_OPTIONS);
    if (text.length <= MAX_VALUE) return text;
    const more = (text.length - MAX_VALUE).toLocaleString('en');
    return `${text.slice(0, MAX_VALUE)}… ${more} more characters`;
  } catch (error) {
    return `[a ${typeof value} that cannot be shown: showing it threw ${label(error)}]`;
  }
}

function label(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return 'something that cannot be shown either';
  }
}
