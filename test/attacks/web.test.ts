import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { PROTOCOL } from '../../core/protocol/version.ts';
import type { RunningServer } from '../../server/server.ts';
import { Page, printed, socketOf, valueOf } from '../session/page.ts';
import { startTestServer } from '../support/server.ts';

// Hosts, origins and paths are in test/session/origin.test.ts, messages in protocol.test.ts, floods and
// slow requests in flood.test.ts.
let server: RunningServer;
let neighbour: Page;
beforeAll(async () => {
  server = await startTestServer({
    limits: { spares: 0, sendBufferBytes: 200_000, outputPerSecond: 100_000_000 },
  });
  neighbour = await Page.open(server.url, null, 'neighbour');
  await neighbour.run("let mine = 'safe';");
});
afterAll(() => server.close());

async function neighbourIsUnharmed(): Promise<void> {
  expect(valueOf(await neighbour.run('mine'))).toBe("'safe'");
}

describe('a page that does not read', () => {
  it('is let go before it fills the memory of the server, and comes back to all that it had', async () => {
    const slow = await Page.open(server.url, null, 'slow');
    slow.socket.pause();
    for (let i = 0; i < 12; i++) slow.begin("console.log('x'.repeat(900_000))", `slow-run-${i}`);
    const session = server.registry.find(slow.session);
    await expect
      .poll(() => session?.view.runs.filter(({ status }) => status === 'ok').length, {
        timeout: 30_000,
      })
      .toBe(12);
    slow.socket.resume();
    expect(await slow.closed).toBe(1006);
    const again = await Page.open(server.url, slow.session, 'again');
    expect(again.welcome.found).toBe('resumed');
    const run = again.view.runs.find(({ id }) => id === 'slow-run-11');
    expect(run && printed(run)).toHaveLength(900_001);
    await again.drop();
    await neighbourIsUnharmed();
  });
});

describe('a session of somebody else', () => {
  it.each([
    [
      'the beginning of its id',
      (id: string) => `${id.slice(0, 31)}${id.endsWith('A') ? 'B' : 'A'}`,
    ],
    [
      'its id in capitals',
      (id: string) => (id.toUpperCase() === id ? id.toLowerCase() : id.toUpperCase()),
    ],
    ['what every object has', () => 'constructor'],
    ['its short name in the log', (id: string) => id.slice(0, 6)],
  ])('is not found by %s', async (_, guess) => {
    const page = await Page.connect(server.url);
    const answer = await page.ask({
      type: 'hello',
      protocol: PROTOCOL,
      session: guess(neighbour.session),
    });
    if (answer.type === 'welcome') {
      expect(answer.found).toBe('lost');
      expect(answer.session).not.toBe(neighbour.session);
    } else expect(answer.type).toBe('refused');
    await page.drop();
    await neighbourIsUnharmed();
  });

  it('cannot be stopped, rewound or run in by the ids of its runs', async () => {
    const page = await Page.open(server.url);
    const run = neighbour.begin('await new Promise((done) => { globalThis.done = done }); mine');
    await neighbour.untilRun(run, ({ status }) => status === 'running');
    expect(await page.refusal({ type: 'stop', run })).toMatchObject({ reason: 'unknown-run' });
    expect(await page.refusal({ type: 'rewind', to: run })).toMatchObject({ reason: 'no-rewind' });
    expect(valueOf(await page.ended(page.begin("typeof mine + ' here'", run)))).toBe(
      "'undefined here'",
    );
    await neighbour.run('done()');
    expect(valueOf(await neighbour.ended(run))).toBe("'safe'");
    await page.drop();
  });

  it('is not opened again by a message that was recorded, once it has ended', async () => {
    const page = await Page.open(server.url, null, 'recorded');
    await page.run('let secret = 1;');
    const { session } = page;
    await server.registry.find(session)?.restart();
    const replay = await Page.open(server.url, session, 'replay');
    const run = replay.begin('typeof secret', 'recorded-2');
    expect(valueOf(await replay.ended(run))).toBe("'undefined'");
    expect(
      (await replay.refusal({ type: 'run', run, cell: 'c', source: '1', turn: 'soon' })).reason,
    ).toBe('unknown-run');
    await Promise.all([page.drop(), replay.drop()]);
  });
});

it('a message cannot be small on the wire and large in memory: nothing is compressed', async () => {
  const { address, options } = socketOf(server.url);
  const socket = new WebSocket(address, { ...options, perMessageDeflate: true });
  await new Promise((resolve) => socket.once('open', resolve));
  expect(socket.extensions).toBe('');
  socket.terminate();
  await neighbourIsUnharmed();
});
