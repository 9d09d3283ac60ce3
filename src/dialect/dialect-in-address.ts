import { isDialect } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';

const NAME = 'dialect';

/** A longer name is not repeated in full. In characters. */
const LONGEST_NAME = 40;

/** What an address asks for: a dialect, one that the notebook does not have, or none. */
export type AskedDialect = { dialect: Dialect } | { unknown: string } | null;

/** Reads the dialect out of the query of an address: `?dialect=node-redis`. */
export function dialectInAddress(address: string): AskedDialect {
  const name = new URL(address).searchParams.get(NAME);
  if (name === null) return null;
  if (isDialect(name)) return { dialect: name };
  return { unknown: name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name };
}

/** The address with a dialect in it; everything else of it stays. */
export function withDialect(address: string, dialect: Dialect): string {
  const url = new URL(address);
  url.searchParams.set(NAME, dialect);
  return url.href;
}
