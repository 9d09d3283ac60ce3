import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { Page, valueOf } from './page.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer({ limits: { idleMs: 2000, spares: 0, answerMs: 1e6 } });
});
afterAll(() => server.close());

const over = (page: Page) =>
  page.until(() => page.messages.find((message) => message.type === 'over'));

describe('a session whose page is open', () => {
  it('is ended when nothing is done in it, and its page is told so; one that works is not', async () => {
    const busy = await Page.open(server.url, null, 'busy');
    const sleeper = busy.begin('await new Promise((done) => { globalThis.wake = done }); 7');
    await busy.untilRun(sleeper, (run) => run.status === 'running');

    const idle = await Page.open(server.url, null, 'idle');
    const { session } = idle;
    const { message } = await over(idle);
    expect(message).toMatch(/nothing was run in it for 2 s.*Your texts are kept/);
    expect(await idle.closed).toBe(1000);
    expect(server.registry.find(session)).toBeNull();

    const wake = busy.begin('wake()');
    expect((await busy.ended(wake)).status).toBe('ok');
    expect(valueOf(await busy.ended(sleeper))).toBe('7');
    await over(busy);
    await busy.closed;
    expect(server.registry.size).toBe(0);

    const again = await Page.open(server.url, session, 'again');
    expect(again.welcome.found).toBe('lost');
    await again.drop();
  });
});
