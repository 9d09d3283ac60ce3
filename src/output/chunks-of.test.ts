import { describe, expect, it } from 'vitest';
import { chunksOf } from './chunks-of.ts';

const together = (text: string) =>
  chunksOf(text)
    .map(({ from, to }) => text.slice(from, to))
    .join('');

describe('chunksOf', () => {
  it('leaves a short text whole', () => {
    expect(chunksOf('a\nb')).toEqual([{ from: 0, to: 3, lines: 2, isWrapped: false }]);
    expect(chunksOf('')).toEqual([]);
  });

  it('cuts a long one at the ends of lines, and loses nothing', () => {
    const text = Array.from({ length: 1000 }, (_, i) => `line ${i}`).join('\n');
    const chunks = chunksOf(text);
    expect(chunks.map(({ lines }) => lines)).toEqual([200, 200, 200, 200, 200]);
    for (const { to } of chunks.slice(0, -1)) expect(text[to - 1]).toBe('\n');
    expect(together(text)).toBe(text);
  });

  it('cuts a line that is longer than a chunk, and wraps it', () => {
    const text = `short\n${'x'.repeat(1_000_000)}\nshort`;
    const chunks = chunksOf(text);
    expect(chunks.length).toBeLessThan(55);
    expect(chunks.map(({ isWrapped }) => isWrapped).slice(0, 2)).toEqual([false, true]);
    // Kept so high, few of them are in view at once.
    for (const { lines } of chunks.slice(1, -1)) expect(lines).toBeGreaterThan(200);
    expect(together(text)).toBe(text);
  });
});
