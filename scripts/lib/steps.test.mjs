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

  it('keeps to one line of the terminal while it runs', async () => {
    const out = recorder(true);
    const told = async (/** @type {(detail: string) => void} */ tell) => tell('x'.repeat(200));
    await new Steps(out, {}).run('Counting', told);
    const lines = out.text.split('\r\x1b[2K');
    expect(lines.at(-1)).toMatch(/^✓ Counting \(\d+\.\d s\)\n$/);
    expect(Math.max(...lines.map((line) => line.length))).toBe(79);
  });

  it('writes plain lines for a machine that pretends to have a terminal', async () => {
    const out = recorder(true);
    await new Steps(out, { CI: 'true' }).run('Counting', async () => undefined);
    expect(out.text).not.toContain('\x1b');
  });
});
