import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleScript } from '../support/bundle-script.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';

/** Less than a test may take, so that it can say so, and less than the cell, in ms. */
const PATIENCE = 50_000;

let script: string;
beforeAll(async () => {
  script = await bundleScript(path.join(import.meta.dirname, 'busy-server.ts'));
});
afterAll(() => rm(script, { force: true }));

it.each([
  ['waits', "console.log('on'); await new Promise((resolve) => setTimeout(resolve, 600_000))"],
  ['computes', "console.log('on'); for (;;) {}"],
])('a server that is closed while a cell %s keeps nothing going', async (_, source) => {
  const signal = AbortSignal.timeout(PATIENCE);
  const child = spawn(process.execPath, [script, KERNEL_FOLDER, source, 'close'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = text(child.stdout);
  try {
    // Rejects when it is still there at the end of our patience.
    const [code] = await once(child, 'exit', { signal });
    expect(await said).toContain('closed while running');
    expect(code).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});
