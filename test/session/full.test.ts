import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROTOCOL } from '../../core/protocol/version.ts';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { Page, valueOf } from './page.ts';

const HELLO = { type: 'hello', protocol: PROTOCOL, session: null } as const;

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer({ limits: { sessions: 1, waiting: 2, detachedMs: 0, spares: 0 } });
});
afterAll(() => server.close());

const health = () => fetch(new URL('/healthz', server.url));

/** A page that has said hello to a full server, and waits. */
async function waiter(): Promise<Page> {
  const page = await Page.connect(server.url);
  expect((await page.ask(HELLO)).type).toBe('waiting');
  return page;
}

/** Resolves when so many are ahead of a page that waits. */
const ahead = (page: Page, count: number) =>
  page.until(() => {
    const last = page.messages.findLast(({ type }) => type !== 'event');
    return last?.type === 'waiting' && last.ahead === count ? true : undefined;
  });

const welcomed = (page: Page) =>
  page.until(() => page.messages.find((message) => message.type === 'welcome'));

describe('a full server', () => {
  it('says so, keeps the learners it has, and lets the others in as they came', async () => {
    expect((await health()).status).toBe(200);
    const first = await Page.open(server.url);
    const full = await health();
    expect(full.status).toBe(503);
    expect(await full.json()).toEqual({ ok: false, reason: 'full' });

    const second = await waiter();
    await ahead(second, 0);
    const third = await waiter();
    await ahead(third, 1);

    // The line is bounded.
    const fourth = await Page.connect(server.url);
    expect(await fourth.refusal(HELLO)).toMatchObject({
      reason: 'full',
      message: expect.stringContaining('2 are waiting already'),
      run: null,
    });

    // Whoever has a session finds it, however many wait.
    expect(valueOf(await first.run('1 + 1'))).toBe('2');
    const again = await Page.open(server.url, first.session);
    expect(again.welcome.found).toBe('resumed');

    await Promise.all([first.drop(), again.drop()]);
    expect((await welcomed(second)).found).toBe('new');
    await ahead(third, 0);
    expect(valueOf(await second.run('2 + 2'))).toBe('4');
    expect((await health()).status).toBe(503);

    // The one who was refused comes again, behind the third.
    expect((await fourth.ask(HELLO)).type).toBe('waiting');
    await ahead(fourth, 1);
    await second.drop();
    await welcomed(third);
    await ahead(fourth, 0);
    await third.drop();
    await welcomed(fourth);
    await fourth.drop();
    await vi.waitUntil(async () => (await health()).status === 200, { timeout: 20_000 });
  });

  it('gives the place in the line of a page that has left to the next one', async () => {
    const first = await Page.open(server.url);
    const leaver = await waiter();
    const patient = await waiter();
    await ahead(patient, 1);
    await leaver.drop();
    await ahead(patient, 0);
    await first.drop();
    expect((await welcomed(patient)).found).toBe('new');
    await patient.drop();
    await vi.waitUntil(async () => (await health()).status === 200, { timeout: 20_000 });
    expect(server.registry.waiting).toBe(0);
  });

  it('takes nothing but patience from a page that waits', async () => {
    const first = await Page.open(server.url);
    const patient = await waiter();
    const { length } = patient.messages;
    expect(await patient.refusal({ type: 'restart' })).toMatchObject({
      reason: 'full',
      message: expect.stringContaining('still waiting'),
    });
    expect(await patient.refusal(HELLO)).toMatchObject({ reason: 'malformed' });
    expect(await patient.ask({ type: 'ping' })).toEqual({ type: 'pong' });
    expect(patient.messages.slice(length).map(({ type }) => type)).not.toContain('welcome');
    await Promise.all([first.drop(), patient.drop()]);
  });
});
