import { tablesOf } from '../table/tables-of.ts';
import type { Value } from './value.ts';

/** A line up to this long, in characters, says as much as a structure would. */
const SHORT = 80;

/** What is part of every entry id. */
const INSIDE_ID = /\d-\d/;

/**
 * True for what is more than a short line, and for a table, which one entry is like many: a list is not
 * to look different when it has got shorter.
 */
export function isWorthStructure(text: string, values: readonly Value[]): boolean {
  return isMoreThanLine(text) || values.some((value) => tablesOf(value) !== null);
}

/**
 * False for a text whose values need not be looked at: no table fits into a short line that shows no
 * entry id.
 */
export function mayBeWorthStructure(text: string): boolean {
  return isMoreThanLine(text) || INSIDE_ID.test(text);
}

/** The newline at the end of a text does not count. */
function isMoreThanLine(text: string): boolean {
  const line = text.endsWith('\n') ? text.length - 1 : text.length;
  const firstBreak = text.indexOf('\n');
  return line > SHORT || (firstBreak >= 0 && firstBreak < line);
}
