import type { TextEdit } from '../language/language-api.ts';

/** The one edit that makes `after` of `before` and leaves alone what both begin and end with. */
export function smallestEdit(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  // Both halves of a character beyond the first plane stay together.
  if (start > 0 && isHighHalf(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  if (end > 0 && isLowHalf(before.charCodeAt(before.length - end))) end--;
  return {
    span: { start, length: before.length - end - start },
    text: after.slice(start, after.length - end),
  };
}

function isHighHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
