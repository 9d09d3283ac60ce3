import { PNG } from 'pngjs';

/** A picture in memory: red, green, blue and alpha of each pixel, row by row. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A part of a picture, in whole pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Bits that are dropped of each colour: what is kept is small, and blind to the last shade of an edge. */
const DROPPED_BITS = 4;

/** @throws Error when it is no PNG */
export function decodePicture(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, data };
}

export function encodePicture({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

/** A copy of a part. */
export function cut(picture: Picture, box: Box): Picture {
  const data = new Uint8Array(box.width * box.height * 4);
  for (let row = 0; row < box.height; row += 1) {
    const from = ((box.y + row) * picture.width + box.x) * 4;
    data.set(picture.data.subarray(from, from + box.width * 4), row * box.width * 4);
  }
  return { width: box.width, height: box.height, data };
}

/** The same with fewer colours, which takes a fraction of the room when it is encoded. */
export function coarsen(picture: Picture): Picture {
  return { ...picture, data: picture.data.map(coarse) };
}

function coarse(value: number): number {
  const kept = value >> DROPPED_BITS;
  // 0 stays 0 and 255 stays 255.
  return Math.round((kept * 255) / (255 >> DROPPED_BITS));
}
