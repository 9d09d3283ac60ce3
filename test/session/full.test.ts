import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROTOCOL } from '../../core/protocol/client-message.ts';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { Page, valueOf } from './page.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer({ limits: { sessions: 1, detachedMs: 0, spares: 0 } });
});
afterAll(() => server.close());

const health = () => fetch(new URL('/healthz', server.url));

describe('a full server', () => {
  it('says so, keeps the learners it has, and takes another when one has gone', async () => {
    expect((await health()).status).toBe(200);
    const first = await Page.open(server.url);
    const full = await health();
    expect(full.status).toBe(503);
    expect(await full.json()).toEqual({ ok: false, reason: 'full' });

    const second = await Page.connect(server.url);
    const hello = { type: 'hello', protocol: PROTOCOL, session: null } as const;
    expect(await second.refusal(hello)).toMatchObject({
      reason: 'full',
      message: expect.stringContaining('full'),
      run: null,
    });
    expect(valueOf(await first.run('1 + 1'))).toBe('2');
    const again = await Page.open(server.url, first.session);
    expect(again.welcome.found).toBe('resumed');

    await Promise.all([first.drop(), again.drop()]);
    await vi.waitUntil(async () => (await health()).status === 200, { timeout: 20_000 });
    expect((await second.hello()).found).toBe('new');
    expect(valueOf(await second.run('2 + 2'))).toBe('4');
    expect((await health()).status).toBe(503);
  });
});
