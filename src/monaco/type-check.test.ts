import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TypeCheck } from './type-check.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const cells = ['a', 'b', 'c'].map((slug) => ({
    slug,
    textName: '',
    text: slug,
    setText: () => undefined,
  }));
  const asked: string[] = [];
  const found: string[] = [];
  const check = new TypeCheck({
    cells: () => cells,
    diagnose: async (slug) => {
      asked.push(slug);
      await new Promise((resolve) => setTimeout(resolve, 10));
      return [];
    },
    onFound: ({ slug }) => found.push(slug),
  });
  return { check, asked, found };
}

describe('TypeCheck', () => {
  it('checks the cells in view, in reading order, once there is somebody to be asked', async () => {
    const { check, asked, found } = start();
    check.see('c', true);
    check.see('a', true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toEqual([]);
    check.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(found).toEqual(['a', 'c']);
    check.see('a', false);
    check.changed();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(found).toEqual(['a', 'c', 'c']);
  });

  it('waits for a pause in typing, and drops what it finds about an older text', async () => {
    const { check, asked, found } = start();
    for (const slug of ['a', 'b', 'c']) check.see(slug, true);
    check.start();
    await vi.advanceTimersByTimeAsync(300);
    check.changed();
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(105);
    expect(asked).toEqual(['a']);
    check.changed();
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual(['a']);
    expect(found).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(found).toEqual(['a', 'b', 'c']);
  });
});
