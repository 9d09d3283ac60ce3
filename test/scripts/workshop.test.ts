import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WITHOUT_WALL } from '../../server/config/exposure.ts';

let nothing: string;
beforeAll(async () => {
  nothing = await mkdtemp(path.join(os.tmpdir(), 'sb-nothing-'));
});
afterAll(() => rm(nothing, { recursive: true, force: true }));

// It may have to build.
it(
  'serves no room without a second wall, and says how to get one',
  { timeout: 120_000 },
  async () => {
    const script = path.join(import.meta.dirname, '../../scripts/workshop.mjs');
    const child = spawn(process.execPath, [script], {
      // No program is found, and nothing that was unpacked earlier.
      env: { PATH: nothing, STREAMBOOK_CACHE: nothing, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await ended;
    expect(code).toBe(1);
    expect(err).toContain('A workshop needs a second wall around the code of strangers.');
    expect(err).toContain(`set ${WITHOUT_WALL}=yes`);
    expect(out).not.toContain('Streambook is at');
  },
);
