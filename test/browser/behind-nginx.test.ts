import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../../server/log/log.ts';
import { startServer, type RunningServer } from '../../server/server.ts';
import { openBrowser } from '../support/browser.ts';
import { KERNEL_FOLDER } from '../support/kernel-folder.ts';
import { startNginx, type RunningNginx } from '../support/nginx.ts';
import { NotebookPage } from './support/notebook-page.ts';
import { WIDE } from './support/use-site.ts';

let servers: Record<'a' | 'b', RunningServer>;
let nginx: RunningNginx;
let browser: Browser;

const start = (name: string) =>
  startServer({
    port: 0,
    host: '127.0.0.1',
    name,
    clientDir: fileURLToPath(new URL('../../dist/client', import.meta.url)),
    kernelDir: KERNEL_FOLDER,
    log: silentLog,
    limits: { spares: 1 },
  });

beforeAll(async () => {
  const [a, b] = await Promise.all([start('a'), start('b')]);
  servers = { a, b };
  nginx = await startNginx('nginx-cluster.conf', {
    '10.0.0.11:4000': `127.0.0.1:${a.port}`,
    '10.0.0.12:4000': `127.0.0.1:${b.port}`,
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await nginx.close();
  await Promise.all([servers.a.close(), servers.b.close()]);
});

it('runs cells through TLS, finds its session after a reload, and moves to the other server', async () => {
  const context = await browser.newContext({ viewport: WIDE, ignoreHTTPSErrors: true });
  const notebook = new NotebookPage(await context.newPage());
  await notebook.page.goto(`https://127.0.0.1:${nginx.port}/`);
  await notebook.connected();
  expect(await notebook.run('connect')).toBe('ok');
  for (let times = 0; times < 3; times++) {
    await notebook.page.reload();
    await notebook.connected();
    await notebook.hasStatus('connect', 'ok');
  }
  expect(notebook.problems).toEqual([]);

  const [one, other] =
    servers.a.registry.size > 0 ? [servers.a, servers.b] : [servers.b, servers.a];
  expect([one.registry.size, other.registry.size]).toEqual([1, 0]);
  await one.drain(new AbortController().signal);
  await notebook.banner('Your session has ended on the server').waitFor();
  await notebook.connected();
  await notebook.hasStatus('connect', 'stale');
  expect(other.registry.size).toBe(1);
  expect(await notebook.run('connect')).toBe('ok');
  await context.close();
});
