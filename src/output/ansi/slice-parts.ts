import type { StyledText } from './ansi-style.ts';

/** What stands between two offsets (UTF-16 code units) of a styled text. */
export function sliceParts(
  parts: readonly StyledText[],
  from: number,
  to: number,
): readonly StyledText[] {
  const slice: StyledText[] = [];
  let at = 0;
  for (const { text, style } of parts) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, text.length);
    if (start < end) slice.push({ text: text.slice(start, end), style });
    at += text.length;
    if (at >= to) break;
  }
  return slice;
}
