import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../core/protocol/version.ts';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { Page, printed, valueOf, type Refused } from './page.ts';

const HELLO = { type: 'hello', protocol: PROTOCOL, session: null } as const;
const PER_SECOND = 50;

/** A connection from an address, as a proxy in front passes it on. */
const from = (server: RunningServer, address: string) =>
  Page.connect(server.url, address.replaceAll(/\W/g, '-'), { 'X-Forwarded-For': address });

/** What a page is refused that it has not even asked for. */
const turnedAway = (page: Page): Promise<Refused> =>
  page.until(() => page.messages.find((message) => message.type === 'refused'));

describe('one network address', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startTestServer({
      trustedProxies: 1,
      limits: {
        sessionsPerAddress: 2,
        startsPerMinute: 2,
        restartsPerMinute: 1,
        connections: 6,
        connectionsPerAddress: 3,
        messagesPerSecond: PER_SECOND,
        outputCharacters: 1000,
        outputPerSecond: 10,
        helloMs: 1e6,
        detachedMs: 0,
      },
    });
  });
  afterAll(() => server.close());

  const leave = async (...pages: Page[]) => {
    await Promise.all(pages.map((page) => page.drop()));
    await expect.poll(() => server.registry.size).toBe(0);
  };

  it('has so many sessions and no more, whatever it writes into the header', async () => {
    const mine = [await from(server, '192.0.2.1'), await from(server, '192.0.2.1')];
    for (const page of mine) await page.hello();
    const third = await from(server, '203.0.113.5, 192.0.2.1');
    expect(await third.refusal(HELLO)).toMatchObject({
      reason: 'full-address',
      message: expect.stringMatching(/2 sessions .* STREAMBOOK_SESSIONS_PER_ADDRESS/),
    });
    const other = await from(server, '198.51.100.1');
    expect((await other.hello()).found).toBe('new');
    await leave(...mine, third, other);
  });

  it('begins so many sessions within a minute, however soon they end', async () => {
    for (let times = 0; times < 2; times++) {
      const page = await from(server, '192.0.2.2');
      await page.hello();
      await leave(page);
    }
    const third = await from(server, '192.0.2.2');
    expect(await third.refusal(HELLO)).toMatchObject({
      reason: 'too-fast',
      message: expect.stringContaining('2 sessions were begun from your network address'),
    });
    await leave(third);
  });

  it('has so many connections, also those that say nothing; and so has the server', async () => {
    const silent = await Promise.all(Array.from({ length: 3 }, () => from(server, '192.0.2.3')));
    const fourth = await from(server, '192.0.2.3');
    expect(await turnedAway(fourth)).toMatchObject({
      reason: 'full-address',
      message: expect.stringContaining('3 pages are connected from your address'),
    });
    expect(await fourth.closed).toBe(1013);

    const others = await Promise.all(
      Array.from({ length: 3 }, (_, index) => from(server, `198.51.100.${index}`)),
    );
    const seventh = await from(server, '198.51.100.9');
    expect(await turnedAway(seventh)).toMatchObject({
      reason: 'full',
      message: expect.stringContaining('6 pages are connected'),
    });
    expect(await seventh.closed).toBe(1013);

    await silent[0]?.drop();
    await expect
      .poll(async () => {
        const page = await from(server, '192.0.2.3');
        const answer = await page.ask({ type: 'ping' }).catch(() => null);
        await page.drop();
        return answer?.type;
      })
      .toBe('pong');
    await leave(...silent.slice(1), ...others);
  });

  it('restarts so often within a minute, and keeps its session', async () => {
    const page = await from(server, '192.0.2.4');
    await page.hello();
    await page.run('1');
    page.send({ type: 'restart' });
    await page.until(() => (page.view.kernel.generation === 2 ? true : undefined));
    await page.run('let kept = 3;');
    expect(await page.refusal({ type: 'restart' })).toMatchObject({
      reason: 'too-fast',
      message: expect.stringMatching(/restarted 1 times within a minute.*Stop is enough/),
    });
    expect(valueOf(await page.run('kept'))).toBe('3');
    await leave(page);
  });

  it('may print so much at once, and then only so fast; that is said once', async () => {
    const page = await from(server, '192.0.2.6');
    await page.hello();
    const prints = "for (let n = 0; n < 90; n++) console.log('x'.repeat(9)); 'done'";
    expect(printed(await page.run(prints))).toHaveLength(900);
    const run = await page.run(`for (let times = 0; times < 2; times++) { ${prints} }`);
    expect(run.status).toBe('ok');
    expect(printed(run).length).toBeLessThan(900);
    const notices = run.outputs.filter(({ kind }) => kind === 'notice');
    expect(notices).toEqual([
      { kind: 'notice', text: expect.stringMatching(/^Output is missing here.*10 characters a s/) },
      { kind: 'notice', text: expect.stringContaining('The output was cut here') },
    ]);
    await expect.poll(async () => printed(await page.run("console.log('again')"))).toContain('a');
    await leave(page);
  });

  it('is read more slowly when it sends too much; nothing of it is lost', async () => {
    const page = await from(server, '192.0.2.5');
    await page.hello();
    const pings = PER_SECOND * 12;
    for (let ping = 0; ping < pings; ping++) page.send({ type: 'ping' });
    const run = page.begin('6 * 7');
    expect(await turnedAway(page)).toMatchObject({
      reason: 'too-fast',
      message: expect.stringMatching(/50 messages a second.*Nothing is lost/),
    });
    expect(valueOf(await page.ended(run))).toBe('42');
    expect(page.messages.filter(({ type }) => type === 'pong')).toHaveLength(pings);
    expect(page.messages.filter(({ type }) => type === 'refused')).toHaveLength(1);
    await leave(page);
  });
});

describe('a connection that does not say what it wants', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startTestServer({ limits: { sessions: 1, helloMs: 3000, spares: 0 } });
  });
  afterAll(() => server.close());

  it('is told so and closed; one that waits in line is not', async () => {
    const first = await Page.open(server.url);
    const patient = await Page.connect(server.url);
    expect((await patient.ask(HELLO)).type).toBe('waiting');
    const silent = await Page.connect(server.url);
    silent.send({ type: 'ping' });
    expect(await turnedAway(silent)).toMatchObject({
      reason: 'too-late',
      message: expect.stringContaining('within 3 s'),
    });
    expect(await silent.closed).toBe(1008);
    expect(await patient.ask({ type: 'ping' })).toEqual({ type: 'pong' });
    expect(valueOf(await first.run('1 + 1'))).toBe('2');
    await Promise.all([first.drop(), patient.drop()]);
  });

  it('is closed too when it does not even ask for a WebSocket', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    socket.write('GET / HTTP/1.1\r\nHost: 127');
    await once(socket, 'close');
  });
});
