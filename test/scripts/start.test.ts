import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Page, printed } from '../session/page.ts';
import { openSession, start } from './started.ts';

let temporary: string;
beforeEach(async () => {
  temporary = await mkdtemp(path.join(os.tmpdir(), 'sb-'));
  // As a folder for temporary files is: what is confined may be another user, when this one is root.
  await chmod(temporary, 0o711);
});
afterEach(() => rm(temporary, { recursive: true, force: true }));

/** What is in the temporary folder; the folder that all servers of one user share may stay, empty. */
async function leftovers(): Promise<string[]> {
  const names = await readdir(temporary, { recursive: true });
  return names.filter((name) => !/^streambook-[^\\/]+$/.test(name));
}

// The first of them may have to build.
describe('npm start', { timeout: 120_000 }, () => {
  it('serves the page, already rendered, and says that it is healthy', async () => {
    const server = await start(temporary);
    try {
      const page = await fetch(server.url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('data-cell="');
      expect((await fetch(new URL('/healthz', server.url))).status).toBe(200);
    } finally {
      await server.stop('SIGTERM');
    }
  });

  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
    'leaves no process, port or file behind after %s, in the middle of a session',
    async (signal) => {
      const server = await start(temporary);
      const socket = await openSession(server.url);
      expect(await server.stop(signal)).toBe(0);
      socket.terminate();
      await vi.waitUntil(() => !server.isAnyoneLeft(), { timeout: 30_000 });
      await expect(fetch(server.url)).rejects.toThrow();
      expect(await leftovers()).toEqual([]);
    },
  );

  it('lets a cell that runs finish after Ctrl+C in a terminal', async () => {
    const server = await start(temporary);
    const page = await Page.open(server.url);
    const run = page.begin("console.log(1); await new Promise((r) => setTimeout(r, 1000)); 'done'");
    await page.untilRun(run, (seen) => printed(seen) !== '');
    server.interrupt();
    expect(await page.closed).toBe(1012);
    expect(page.view.runs).toMatchObject([{ id: run, status: 'ok' }]);
    await vi.waitUntil(() => !server.isAnyoneLeft(), { timeout: 30_000 });
  });

  it('ends when npm is ended, whose shell passes no signal on', async () => {
    const server = await start(temporary, true);
    await server.stop('SIGTERM');
    await vi.waitUntil(() => !server.isAnyoneLeft(), { timeout: 30_000 });
    expect(await leftovers()).toEqual([]);
  });

  it('leaves no process behind after kill -9, and no file after the next start', async () => {
    const killed = await start(temporary);
    const socket = await openSession(killed.url);
    expect(await killed.stop('SIGKILL')).toBe('SIGKILL');
    socket.terminate();
    const next = await start(temporary);
    await vi.waitUntil(() => !killed.isAnyoneLeft(), { timeout: 30_000 });
    expect(await next.stop('SIGINT')).toBe(0);
    expect(await leftovers()).toEqual([]);
  });
});
