import { compareText } from './compare-text.ts';

/**
 * Orders two entry ids (`<ms>-<seq>`) as Redis does: by their numbers, not as text. Both numbers
 * may be up to 2^64 - 1, beyond what a JavaScript number holds, so digits are compared.
 * Negative, zero or positive, as Array.prototype.sort wants it.
 */
export function compareIds(a: string, b: string): number {
  // Digits of equal length compare as text, and most ids are alike in that.
  if (a.length === b.length && a.indexOf('-') === b.indexOf('-')) return compareText(a, b);
  const [aTime = '', aSequence = '0'] = a.split('-');
  const [bTime = '', bSequence = '0'] = b.split('-');
  return compareDigits(aTime, bTime) || compareDigits(aSequence, bSequence);
}

/** Redis writes ids without leading zeros, so the longer number is the larger one. */
function compareDigits(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return compareText(a, b);
}
