import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Page, printed, valueOf } from '../session/page.ts';
import { family } from './family.ts';
import { startServerProcess, type StartedServer } from './started-server.ts';

const LONGEST_SILENCE_MS = 3000;

let folder: string;
let server: StartedServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sb-'));
  server = await startServerProcess(folder, [], {
    STREAMBOOK_REDIS_BUSY_MS: String(LONGEST_SILENCE_MS),
  });
});
afterAll(async () => {
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

describe('a machine that falls asleep', () => {
  it('and wakes up longer after than any silence may be, goes on with all that it had', async () => {
    const page = await Page.open(server.url);
    await page.run(
      "import { createClient } from 'redis';\nconst client = await createClient().connect();",
    );
    const blocked = page.begin(
      "await client.duplicate().connect().then((c) => c.xRead({ key: 's', id: '$' }, { BLOCK: 0 }))",
    );
    await page.untilRun(blocked, ({ status }) => status === 'blocked');
    const prints = page.begin(
      'for (let i = 0; i < 100; i++) { console.log(i); await new Promise((done) => setTimeout(done, 20)) } "all"',
    );
    await page.untilRun(prints, (run) => printed(run).includes('\n9\n'));

    const all = family(server.process.pid ?? 0);
    expect(all.length).toBeGreaterThanOrEqual(3);
    const [own = 0, ...others] = all;
    // First what it asks, so that a question is open while it sleeps.
    for (const pid of others) process.kill(pid, 'SIGSTOP');
    await setTimeout(1200);
    process.kill(own, 'SIGSTOP');
    await setTimeout(LONGEST_SILENCE_MS + 1000);
    process.kill(own, 'SIGCONT');
    for (const pid of others) process.kill(pid, 'SIGCONT');

    const run = await page.ended(prints);
    expect(printed(run)).toBe(Array.from({ length: 100 }, (_, i) => `${i}\n`).join(''));
    expect(valueOf(run)).toBe("'all'");
    await page.run("await client.xAdd('s', '*', { n: '1' })");
    expect((await page.ended(blocked)).status).toBe('ok');
    expect(page.view.kernel).toMatchObject({ generation: 1, notice: null });
    expect(page.view.redis).toMatchObject({ state: 'ready', notice: null });
    await page.drop();
  });
});
