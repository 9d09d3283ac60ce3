import { describe, expect, it } from 'vitest';
import { comparePictures } from './compare-pictures.ts';
import { coarsen, decodePicture, encodePicture, type Picture } from './picture.ts';

const WHITE = [255, 255, 255, 255];
const BLUE = [58, 76, 192, 255];

function paint(width: number, height: number, color: (x: number, y: number) => number[]): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set(color(x, y), (y * width + x) * 4);
  return { width, height, data };
}
const isButton = (x: number, y: number) => x >= 30 && x < 45 && y >= 30 && y < 36;
const page = paint(100, 80, (x, y) => (isButton(x, y) ? BLUE : WHITE));

describe('comparePictures', () => {
  it('finds nothing in a picture that was stored and read again', () => {
    const stored = decodePicture(encodePicture(coarsen(page)));
    expect(comparePictures(stored, page)).toEqual([]);
  });

  it('finds a button that has lost its colour, and says where', () => {
    const grey = paint(100, 80, (x, y) => (isButton(x, y) ? [150, 150, 150, 255] : WHITE));
    const places = comparePictures(page, grey);
    expect(places.length).toBeGreaterThan(0);
    for (const { x, y } of places) expect([x, y].every((at) => at >= 24 && at <= 36)).toBe(true);
  });

  it('finds what has moved by a few pixels', () => {
    const moved = paint(100, 80, (x, y) => (isButton(x, y - 6) ? BLUE : WHITE));
    expect(comparePictures(page, moved)).not.toEqual([]);
  });

  it('looks the other way where edges are drawn a little differently', () => {
    const softer = paint(100, 80, (x, y) => {
      const isEdge = isButton(x, y) !== isButton(x + 1, y);
      return isEdge ? [205, 210, 240, 255] : isButton(x, y) ? BLUE : WHITE;
    });
    expect(comparePictures(page, softer)).toEqual([]);
  });

  it('finds that something was added below', () => {
    const longer = paint(100, 90, (x, y) => (isButton(x, y) ? BLUE : WHITE));
    expect(comparePictures(page, longer)).toEqual([{ x: 100, y: 80, part: 1 }]);
  });
});
