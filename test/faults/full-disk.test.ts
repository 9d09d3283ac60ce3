import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Page, valueOf } from '../session/page.ts';
import { startServerProcess, type StartedServer } from './started-server.ts';

/** A disk of its own that is quickly full: in a namespace of its own, so that it needs no rights. */
const LITTLE_DISK = [
  'unshare',
  ...(process.getuid?.() === 0 ? ['--mount'] : ['--map-root-user', '--mount']),
  'sh',
  '-c',
  'mount -t tmpfs -o size=64k,mode=700 little "$TMPDIR" && exec "$0" "$@"',
];

let folder: string;
let server: StartedServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sb-'));
  server = await startServerProcess(folder, LITTLE_DISK);
});
afterAll(async () => {
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

/** The same folder as the server sees it. */
const seen = (name: string) => path.join(`/proc/${server.process.pid}/root`, folder, name);

async function fill(): Promise<void> {
  for (let size = 32_768; size >= 1; size = Math.floor(size / 2)) {
    for (let i = 0; i < 16; i++)
      if (
        !(await writeFile(seen(`full-${size}-${i}`), 'x'.repeat(size)).then(
          () => true,
          () => false,
        ))
      )
        break;
  }
}

async function clear(): Promise<void> {
  for (const name of await readdir(seen(''))) if (name.startsWith('full-')) await rm(seen(name));
}

describe('a full disk for temporary files', () => {
  it('harms nobody who is there, is told to whoever comes and to whoever runs it, and is over when it is', async () => {
    const there = await Page.open(server.url);
    await there.run('let kept = 42;');
    await fill();
    expect(valueOf(await there.run('kept'))).toBe('42');

    const late = await Page.open(server.url, null, 'late');
    const { notice } = await late.until(() =>
      late.view.kernel.state === 'failed' ? late.view.kernel : undefined,
    );
    expect(notice).toMatch(/our fault.*your text is safe.*Press Restart/is);
    // It comes another way than the notice.
    await expect.poll(() => server.log()).toMatch(/no space left.*temporary files/i);
    expect(valueOf(await there.run('kept + 1'))).toBe('43');

    await clear();
    late.send({ type: 'restart' });
    await late.until(() => (late.view.kernel.state === 'ready' ? true : undefined));
    expect(valueOf(await late.run('6 * 7'))).toBe('42');
    await Promise.all([there.drop(), late.drop()]);
  });
});
