import { isWorthStructure } from '../../../../core/value/is-worth-structure.ts';
import type { Value } from '../../../../core/value/value.ts';
import { describePart } from './describe-part.ts';
import { Room } from './room.ts';

/**
 * What values are made of, as far as there is room; undefined when it says no more than their text:
 * no object among them, or only such that show themselves in their own words. It reads no getter,
 * enters no trap and never throws.
 * @param text how they are shown, where their structure must be worth more than that
 */
export function structure(values: readonly unknown[], text?: string): Value[] | undefined {
  try {
    const room = new Room();
    const described = values.map((value) => describePart(value, room, []));
    const isWorth = text === undefined || isWorthStructure(text, described);
    return isWorth && described.some(saysMore) ? described : undefined;
  } catch {
    // A cell may have replaced what this is made with.
    return undefined;
  }
}

const TOLD_BY_TEXT = new Set(['text', 'word', 'bigint', 'symbol', 'function', 'other']);

function saysMore(value: Value): boolean {
  return typeof value === 'object' && value !== null && !TOLD_BY_TEXT.has(value.kind);
}
