import type { Picture } from './picture.ts';

/** How far a colour may be from the accepted one, of 255: text is drawn a little differently by each browser. */
const TOLERANCE = 24;
/** The picture is looked at in squares of so many pixels… */
const SQUARE = 12;
/** …and is another one when such a part of one square differs: a line through it does, a digit does not. */
const MOST_DIFFERENT = 0.07;
/** Pixels by which its size may be another: a part of the page seldom is a whole number of them. */
const ROUNDED = 2;

/** Where two pictures differ, as rectangles of the same size. */
export interface Difference {
  x: number;
  y: number;
  /** Part of the pixels there that are others, 0 to 1. */
  part: number;
}

/**
 * Squares in which a picture is another than the accepted one; empty when it looks the same. One of
 * another size is compared as far as both go, and differs where it ends, too.
 */
export function comparePictures(accepted: Picture, now: Picture): Difference[] {
  const differences: Difference[] = [];
  const width = Math.min(accepted.width, now.width);
  const height = Math.min(accepted.height, now.height);
  const isAsHigh = Math.abs(accepted.height - now.height) <= ROUNDED;
  if (!isAsHigh || Math.abs(accepted.width - now.width) > ROUNDED)
    differences.push({ x: width, y: height, part: 1 });
  for (let y = 0; y < height; y += SQUARE) {
    for (let x = 0; x < width; x += SQUARE) {
      const right = Math.min(x + SQUARE, width);
      const bottom = Math.min(y + SQUARE, height);
      let others = 0;
      for (let row = y; row < bottom; row += 1)
        for (let column = x; column < right; column += 1)
          if (differs(accepted, now, column, row)) others += 1;
      const part = others / ((right - x) * (bottom - y));
      if (part > MOST_DIFFERENT) differences.push({ x, y, part });
    }
  }
  return differences;
}

function differs(one: Picture, other: Picture, x: number, y: number): boolean {
  const at = (y * one.width + x) * 4;
  const too = (y * other.width + x) * 4;
  return [0, 1, 2].some(
    (channel) =>
      Math.abs((one.data[at + channel] ?? 0) - (other.data[too + channel] ?? 0)) > TOLERANCE,
  );
}
