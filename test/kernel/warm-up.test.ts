import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startKernel } from '../../server/kernel/start-kernel.ts';
import { RunFolder } from '../../server/state/run-folder.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';

it('does not hold up a kernel whose Redis does not answer', async () => {
  const base = await mkdtemp(path.join(tmpdir(), 'streambook-warm-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  await chmod(base, 0o711);
  const folder = RunFolder.open(base);
  onTestFinished(() => folder.close());
  // Connections to it are made, and nothing ever comes back.
  const file = path.join(base, 'silent');
  const silent = createServer().listen({ path: file, readableAll: true, writableAll: true });
  onTestFinished(() => void silent.close());
  await once(silent, 'listening');
  const connected = once(silent, 'connection');

  const kernel = await startKernel({
    boot: path.join(KERNEL_FOLDER, 'boot.mjs'),
    folder,
    redis: { path: file, username: 'default', password: '' },
    heapMb: 256,
    maxOutput: 100_000,
    startMs: 20_000,
  });
  onTestFinished(() => kernel.close());
  await connected;
  const { output } = await kernel.run('run-1', 'cell', '1 + 1');
  expect(output).toMatchObject({ kind: 'value', text: '2' });
});
