import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverOf } from '../../core/session/session-id.ts';
import type { RunningServer } from '../../server/server.ts';
import { valueOf, type Page } from '../session/page.ts';
import { SITE, startNginx, type RunningNginx } from '../support/nginx.ts';
import { startTestServer } from '../support/server.ts';
import { ask, openPage } from './through-nginx.ts';

const PAGES = 20;

let a: RunningServer;
let b: RunningServer;
let nginx: RunningNginx;
let pages: Page[];
beforeAll(async () => {
  const start = (name: string) =>
    startTestServer({ name, hostNames: [SITE], trustedProxies: 1, limits: { spares: 0 } });
  [a, b] = await Promise.all([start('a'), start('b')]);
  nginx = await startNginx('nginx-cluster.conf', {
    '10.0.0.11:4000': `127.0.0.1:${a.port}`,
    '10.0.0.12:4000': `127.0.0.1:${b.port}`,
  });
});
afterAll(async () => {
  await nginx.close();
  await Promise.all([a.close(), b.close()]);
});

const at = (page: Page) => serverOf(page.session);
const of = (name: string) => pages.filter((page) => at(page) === name);

/** Connects again as the real page does: with the session that it had. */
async function comeBack(page: Page): Promise<Page> {
  await page.drop();
  return openPage(nginx, page.session);
}

describe('two servers behind nginx', () => {
  it('share the pages of a classroom with one address', async () => {
    pages = [];
    for (let count = 0; count < PAGES; count++) pages.push(await openPage(nginx));
    expect(a.registry.size + b.registry.size).toBe(PAGES);
    expect(Math.abs(of('a').length - of('b').length)).toBeLessThanOrEqual(4);
    for (const page of pages.slice(0, 4)) await page.run(`const mine = '${page.session}'`);
  });

  it('have every page back at its own session', async () => {
    pages = await Promise.all(pages.map(comeBack));
    expect(pages.map(({ welcome }) => welcome.found)).toEqual(pages.map(() => 'resumed'));
    for (const page of pages.slice(0, 4))
      expect(valueOf(await page.run('mine'))).toBe(`'${page.session}'`);
  });

  it('send the pages of one that is drained to the other, which keeps them', async () => {
    const [moved, stayed] = [of('a'), of('b')];
    const drained = a.drain(new AbortController().signal);
    expect(await Promise.all(moved.map(({ closed }) => closed))).toEqual(moved.map(() => 1012));
    for (const { messages } of moved)
      expect(messages.map(({ type }) => type)).toContain('restarting');
    await drained;
    const there = await Promise.all(moved.map((page) => openPage(nginx, page.session)));
    expect(there.map((page) => [page.welcome.found, at(page)])).toEqual(
      there.map(() => ['lost', 'b']),
    );
    for (const page of there.slice(0, 1)) expect(valueOf(await page.run('6 * 7'))).toBe('42');

    // Also when it is gone altogether, and for whoever comes now.
    await a.close();
    expect((await openPage(nginx)).welcome.found).toBe('new');
    expect((await ask(nginx, '/healthz')).status).toBe(200);
    const again = await Promise.all([...there, ...stayed].map(comeBack));
    expect(again.map(({ welcome }) => welcome.found)).toEqual(again.map(() => 'resumed'));
  });
});
