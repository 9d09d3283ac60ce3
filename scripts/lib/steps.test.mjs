import { describe, expect, it } from 'vitest';
import { Steps } from './steps.mjs';

/** @param {boolean} isTTY */
function recorder(isTTY) {
  const out = { text: '', isTTY, write: (/** @type {string} */ text) => void (out.text += text) };
  return out;
}

describe('Steps', () => {
  it('writes the beginning and the end of a step, and gives its result', async () => {
    const out = recorder(false);
    expect(await new Steps(out).run('Counting', async () => 42)).toBe(42);
    expect(out.text).toMatch(/^… Counting\n✓ Counting \(\d+\.\d s\)\n$/);
  });

  it('marks a step that failed and throws its error', async () => {
    const out = recorder(false);
    const failing = new Steps(out).run('Counting', () => Promise.reject(new Error('lost count')));
    await expect(failing).rejects.toThrow('lost count');
    expect(out.text).toMatch(/✗ Counting/);
  });

  it('writes no control characters where nobody watches', async () => {
    const out = recorder(false);
    await new Steps(out).run('Counting', async (tell) => tell('one'));
    expect(out.text).not.toContain('\x1b');
  });
});
