/** The measures of a strip, in CSS pixels. */
export interface StripShape {
  /** From the left edge of one entry to that of the next. */
  pitch: number;
  /** Before the first entry: room for a pointer, and for what tells of older entries. */
  start: number;
}

/** Room at both ends of a strip. */
export const stripEdge = 14;
/** Width of the words about older entries. */
const olderWidth = 96;
/** Width of a square: see styles/squares.css. */
const squareSize = 12;
/** From one square to the next when they have no labels. */
const barePitch = 15;
/** Width of a character of a label, and room between labels. */
const character = 6.7;
const labelGap = 10;
const leastPitch = 30;

/**
 * @param labels of the squares; null when they have none
 * @param hidden how many older entries are not shown
 */
export function stripShape(labels: readonly string[] | null, hidden: number): StripShape {
  const longest = Math.max(0, ...(labels ?? []).map(({ length }) => length));
  const pitch =
    labels === null ? barePitch : Math.max(leastPitch, Math.ceil(longest * character) + labelGap);
  return { pitch, start: stripEdge + (hidden > 0 ? olderWidth : 0) };
}

/** The middle of the gap after so many entries, from the left end of the strip. */
export function gapAfter({ pitch, start }: StripShape, entries: number): number {
  return start + entries * pitch - Math.min(6, (pitch - squareSize) / 2);
}

/** Width of a strip with so many entries. */
export function stripWidth(shape: StripShape, entries: number): number {
  return shape.start + entries * shape.pitch + stripEdge;
}
