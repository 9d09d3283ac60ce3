import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { Page, printed, socketOf } from '../session/page.ts';
import { startTestServer } from '../support/server.ts';
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Longer than any test may take: nothing here waits for it. */
const LONG_MS = 600_000;
let server: RunningServer;
let impatience: AbortController;
beforeEach(async () => {
  impatience = new AbortController();
  server = await startTestServer({ limits: { drainMs: LONG_MS, spares: 0 } });
});
afterEach(() => server.close());

const ask = (path: string) => fetch(new URL(path, server.url));

describe('a server that is told to end', () => {
  it('says so, sends pages away whose cells do not run, and takes no new one', async () => {
    const idle = await Page.open(server.url);
    const blocked = await Page.open(server.url);
    const forever = blocked.begin(
      `import { createClient } from 'redis';
       await (await createClient().connect()).xRead({ key: 's', id: '$' }, { BLOCK: 0 })`,
    );
    await blocked.untilRun(forever, ({ status }) => status === 'blocked');
    const busy = await Page.open(server.url);
    const endless = busy.begin(
      'console.log(1); for (;;) await new Promise((r) => setTimeout(r, 50))',
    );
    await busy.untilRun(endless, (seen) => printed(seen) !== '');
    const last = await Page.open(server.url);
    const sleep = last.begin(
      `console.log(1); await new Promise((r) => setTimeout(r, 1000)); 'done'`,
    );
    await last.untilRun(sleep, (seen) => printed(seen) !== '');

    const drained = server.drain(impatience.signal);
    expect(await Promise.all([idle.closed, blocked.closed])).toEqual([1012, 1012]);
    for (const page of [idle, blocked])
      expect(page.messages.map(({ type }) => type)).toContain('restarting');
    await busy.until(() => busy.messages.find(({ type }) => type === 'restarting'));
    const health = await ask('/healthz');
    expect([health.status, await health.json()]).toEqual([503, { ok: false, reason: 'draining' }]);
    expect((await ask('/livez')).status).toBe(200);
    const { address, options } = socketOf(server.url);
    const late = new WebSocket(address, options);
    const [, answer] = await once(late, 'unexpected-response');
    expect(answer.statusCode).toBe(503);
    late.on('error', () => undefined);
    late.terminate();

    // What is asked for now is not begun, and that is said; what runs comes to its end.
    const refused = await busy.refusal({
      type: 'run',
      run: 'later',
      cell: 'later',
      source: '1',
      turn: 'soon',
    });
    expect(refused).toMatchObject({ reason: 'restarting', run: 'later' });
    expect(await last.closed).toBe(1012);
    expect(last.view.runs).toMatchObject([{ id: sleep, status: 'ok' }]);
    busy.send({ type: 'stop', run: endless });
    expect(await busy.closed).toBe(1012);
    expect(busy.view.runs).toMatchObject([{ id: endless, status: 'stopped' }]);
    await drained;
  });

  it('does not wait any longer when it is told again', async () => {
    const page = await Page.open(server.url);
    const run = page.begin('console.log(1); for (;;) await new Promise((r) => setTimeout(r, 50))');
    await page.untilRun(run, (seen) => printed(seen) !== '');
    const drained = server.drain(impatience.signal);
    await page.until(() => page.messages.find(({ type }) => type === 'restarting'));
    impatience.abort();
    await drained;
    expect(page.socket.readyState).toBe(WebSocket.OPEN);
    await server.close();
    expect(await page.closed).toBe(1001);
  });
});
