import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `line ${i + 1}`).join('\n');

describe('foldText', () => {
  it('shows a short text whole', () => {
    expect(foldText('a\nb')).toEqual({ head: 'a\nb', hiddenLines: 0 });
    expect(foldText('')).toEqual({ head: '', hiddenLines: 0 });
  });

  it('shows thirty lines whole, with or without a newline at the end', () => {
    expect(foldText(lines(30)).hiddenLines).toBe(0);
    expect(foldText(`${lines(30)}\n`).hiddenLines).toBe(0);
  });

  it('cuts after thirty lines and counts the others', () => {
    expect(foldText(`${lines(35)}\n`)).toEqual({ head: lines(30), hiddenLines: 5 });
  });

  it('cuts a single line that is too long', () => {
    const { head, hiddenLines } = foldText('x'.repeat(50_000));
    expect(head).toHaveLength(6_000);
    expect(hiddenLines).toBe(1);
  });

  it('cuts by characters before it has thirty lines', () => {
    const text = Array.from({ length: 10 }, () => 'x'.repeat(1_000)).join('\n');
    const { head, hiddenLines } = foldText(text);
    expect(head).toHaveLength(6_000);
    expect(hiddenLines).toBe(5);
  });
});
