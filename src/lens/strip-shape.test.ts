import { describe, expect, it } from 'vitest';
import { gapAfter, stripShape, stripWidth } from './strip-shape.ts';

describe('stripShape', () => {
  it('leaves more room for longer labels', () => {
    expect(stripShape(['welcome'], 0).pitch).toBeGreaterThan(stripShape(['a'], 0).pitch);
  });

  it('is dense without labels', () => {
    expect(stripShape(null, 0).pitch).toBe(15);
  });

  it('leaves room for the words about older entries', () => {
    expect(stripShape(null, 9).start).toBeGreaterThan(stripShape(null, 0).start);
  });
});

describe('gapAfter', () => {
  it.each([null, ['a', 'b', 'c']])('lies between the squares before and behind it', (labels) => {
    const shape = stripShape(labels, 0);
    for (const count of [1, 2, 3]) {
      const squareEnd = shape.start + (count - 1) * shape.pitch + 12;
      expect(gapAfter(shape, count)).toBeGreaterThan(squareEnd);
      expect(gapAfter(shape, count)).toBeLessThan(shape.start + count * shape.pitch);
    }
    expect(gapAfter(shape, 0)).toBeGreaterThan(0);
    expect(stripWidth(shape, 3)).toBeGreaterThan(gapAfter(shape, 3));
  });
});
