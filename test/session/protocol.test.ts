import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MAX_MESSAGE_BYTES, MAX_SOURCE_LENGTH } from '../../core/limits/limits.ts';
import { PROTOCOL } from '../../core/protocol/version.ts';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { Page, printed, valueOf } from './page.ts';

const QUEUED = 4;

let server: RunningServer;
let page: Page;

beforeAll(async () => {
  server = await startTestServer({ limits: { queuedRuns: QUEUED } });
  page = await Page.open(server.url);
});
afterAll(() => server.close());

/** Nothing that is refused may cost the learner anything. */
async function expectUsable(used = page): Promise<void> {
  expect(valueOf(await used.run('20 + 1'))).toBe('21');
}

const sleeper = 'await new Promise((done) => setTimeout(done, 1e6))';

describe('hello', () => {
  it('begins a session with an id that cannot be guessed', async () => {
    const other = await Page.open(server.url);
    expect(other.welcome.found).toBe('new');
    expect(other.session).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(other.session).not.toBe(page.session);
    expect(other.welcome.view.runs).toEqual([]);
    const { redis } = await other.until(() =>
      other.view.kernel.state === 'ready' ? other.view : undefined,
    );
    expect(redis).toMatchObject({ state: 'ready', version: expect.stringMatching(/^\d+\.\d+/) });
    await other.drop();
  });

  it('takes a cell that is sent before the kernel is ready', async () => {
    const other = await Page.open(server.url);
    const ended = other.run('6 * 7');
    expect(valueOf(await ended)).toBe('42');
    await other.drop();
  });

  it('says lost for a session that it does not know, and begins a new one', async () => {
    const asked = 'a'.repeat(32);
    const other = await Page.open(server.url, asked);
    expect(other.welcome.found).toBe('lost');
    expect(other.session).not.toBe(asked);
    await expectUsable(other);
    await other.drop();
  });

  it('refuses a page of another version', async () => {
    const other = await Page.connect(server.url);
    const refused = await other.refusal(
      JSON.stringify({ type: 'hello', protocol: PROTOCOL + 1, session: null }),
    );
    expect(refused.reason).toBe('protocol');
    expect(refused.message).toContain('Reload');
    await other.drop();
  });

  it('is needed before anything else but a ping', async () => {
    const other = await Page.connect(server.url);
    for (const message of [
      { type: 'run', run: 'r', cell: 'c', source: '1', turn: 'soon' },
      { type: 'stop', run: 'r' },
      { type: 'restart' },
    ] as const) {
      const refused = await other.refusal(message);
      expect([message.type, refused.reason]).toEqual([message.type, 'malformed']);
      expect(refused.message).toContain('hello');
    }
    expect(await other.ask({ type: 'ping' })).toEqual({ type: 'pong' });
    await other.hello();
    await expectUsable(other);
    await other.drop();
  });

  it('is refused the second time on one connection, which goes on as it was', async () => {
    const { session } = page;
    const refused = await page.refusal({ type: 'hello', protocol: PROTOCOL, session });
    expect(refused.reason).toBe('malformed');
    const run = await page.run("console.log('once'); await null; console.log('more')");
    expect(printed(run)).toBe('once\nmore\n');
    expect(page.session).toBe(session);
  });
});

describe('a connection that is lost', () => {
  it('in the middle of a cell that prints: the next one has all of it, and nothing twice', async () => {
    const first = await Page.open(server.url);
    const id = first.begin(
      // It prints while nobody is connected, and has not ended however long that is.
      'for (let i = 0; i < 150; i++) { console.log(i); await new Promise((done) => i === 100 ? (globalThis.goOn = done) : setTimeout(done, 3)) }\n"all"',
    );
    await first.untilRun(id, (run) => printed(run).includes('\n20\n'));
    await first.drop();

    const second = await Page.open(server.url, first.session, 'after');
    expect(second.welcome.found).toBe('resumed');
    const midway = second.view.runs.find((run) => run.id === id);
    expect(midway?.status).toBe('running');
    await second.untilRun(id, (run) => printed(run).endsWith('\n100\n'));
    await second.run('goOn()');
    const run = await second.ended(id);
    expect(printed(run)).toBe(Array.from({ length: 150 }, (_, i) => `${i}\n`).join(''));
    expect(valueOf(run)).toBe("'all'");
    // What has happened since its end may still be on its way.
    await vi.waitFor(
      () => expect(second.view).toEqual(server.registry.find(second.session)?.view),
      20_000,
    );
    await second.drop();
  });

  it('does not end what runs: its end is found by the next one', async () => {
    const first = await Page.open(server.url);
    await first.run('globalThis.kept = 5');
    const id = first.begin('await new Promise((done) => { globalThis.wake = done }); kept');
    await first.untilRun(id, (run) => run.status === 'running');
    await first.drop();
    const second = await Page.open(server.url, first.session, 'second');
    await second.run('wake()');
    expect(valueOf(await second.ended(id))).toBe('5');
    await second.drop();
  });
});

describe('two pages on one session', () => {
  it('both see a run and its output, whichever asked for it', async () => {
    const other = await Page.open(server.url, page.session, 'other');
    expect(other.welcome.found).toBe('resumed');
    const id = other.begin("console.log('for both'); 7");
    const [here, there] = await Promise.all([page.ended(id), other.ended(id)]);
    expect(printed(here)).toBe('for both\n');
    expect(valueOf(here)).toBe('7');
    expect(there).toEqual(here);
    await vi.waitFor(() => expect(other.view).toEqual(page.view), 20_000);
    await other.drop();
    await expectUsable();
  });

  it('let either stop what the other has begun', async () => {
    const other = await Page.open(server.url, page.session, 'stopper');
    const id = page.begin(sleeper);
    await other.untilRun(id, (run) => run.status === 'running');
    other.send({ type: 'stop', run: id });
    expect((await page.ended(id)).status).toBe('stopped');
    await other.drop();
    await expectUsable();
  });
});

describe('what is no message of the protocol', () => {
  const run = { type: 'run', run: 'r', cell: 'c', source: '1', turn: 'soon' };
  it.each([
    ['text that is no JSON', '{"type":'],
    ['nothing at all', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['an object without a type', '{}'],
    ['an unknown type', '{"type":"eval","source":"1"}'],
    ['a type of the prototype', '{"type":"__proto__"}'],
    ['a source that is no text', JSON.stringify({ ...run, source: 5 })],
    ['a missing field', JSON.stringify({ ...run, turn: undefined })],
    ['an unknown turn', JSON.stringify({ ...run, turn: 'now' })],
    ['a field too many', JSON.stringify({ ...run, extra: 1 })],
    ['an id with other characters', JSON.stringify({ ...run, run: '../etc' })],
    ['an id that is too long', JSON.stringify({ ...run, cell: 'c'.repeat(65) })],
    ['an empty id', JSON.stringify({ ...run, run: '' })],
    ['a session that is no id', JSON.stringify({ type: 'hello', protocol: 1, session: '*' })],
    ['a stop of nothing', '{"type":"stop"}'],
    ['JSON that is nested 100,000 deep', '['.repeat(100_000)],
    ['a nested value in the place of a text', `{"type":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['a binary message', Buffer.from(JSON.stringify(run))],
  ])('%s is refused, and the session goes on', async (_, message) => {
    const refused = await page.refusal(message);
    expect(refused).toMatchObject({ reason: 'malformed', run: null });
    expect(refused.message).toContain('your text is safe');
    await expectUsable();
  });

  it('a message that is too large closes the connection, and the session lives', async () => {
    const first = await Page.open(server.url);
    await first.run('let remembered = 3;');
    first.socket.send('x'.repeat(MAX_MESSAGE_BYTES + 1));
    expect(await first.closed).toBe(1009);
    const second = await Page.open(server.url, first.session, 'second');
    expect(second.welcome.found).toBe('resumed');
    expect(valueOf(await second.run('remembered'))).toBe('3');
    await second.drop();
  });
});

describe('what cannot be done', () => {
  it('refuses a cell of 1 MB by name, and nothing else', async () => {
    const source = `// ${'x'.repeat(1024 * 1024)}`;
    const refused = await page.refusal({
      type: 'run',
      run: 'long',
      cell: 'c',
      source,
      turn: 'soon',
    });
    expect(refused).toMatchObject({ reason: 'too-long', run: 'long' });
    expect(refused.message).toContain('1025 KB');
    expect(page.view.runs.find(({ id }) => id === 'long')).toBeUndefined();
    await expectUsable();
  });

  it('runs the longest cell that is allowed', async () => {
    const tail = '\n8';
    const source = `//${'y'.repeat(MAX_SOURCE_LENGTH - 2 - tail.length)}${tail}`;
    expect(source).toHaveLength(MAX_SOURCE_LENGTH);
    expect(valueOf(await page.run(source))).toBe('8');
  });

  it('refuses one run more than may wait', async () => {
    const waiting = Array.from({ length: QUEUED }, (_, i) => page.begin(sleeper, `wait-${i}`));
    const refused = await page.refusal({
      type: 'run',
      run: 'wait-no-more',
      cell: 'c',
      source: '1',
      turn: 'soon',
    });
    expect(refused).toMatchObject({ reason: 'too-many', run: 'wait-no-more' });
    expect(refused.message).toContain(String(QUEUED));
    for (const run of waiting.toReversed()) page.send({ type: 'stop', run });
    for (const run of waiting) expect((await page.ended(run)).status).toBe('stopped');
    await expectUsable();
  });

  it('refuses a run that was sent twice, and runs it once', async () => {
    await page.run('let times = 0;');
    const message = {
      type: 'run',
      run: 'twice',
      cell: 'c',
      source: '++times',
      turn: 'soon',
    } as const;
    page.send(message);
    const refused = await page.refusal(message);
    expect(refused).toMatchObject({ reason: 'unknown-run', run: 'twice' });
    expect(valueOf(await page.ended('twice'))).toBe('1');
    expect(valueOf(await page.run('times'))).toBe('1');
  });

  it('refuses to stop a run that there is not', async () => {
    const refused = await page.refusal({ type: 'stop', run: 'never' });
    expect(refused).toMatchObject({ reason: 'unknown-run', run: 'never' });
    await expectUsable();
  });

  it('does nothing about a stop of a run that has ended', async () => {
    const { id } = await page.run('1');
    page.send({ type: 'stop', run: id });
    expect(await page.ask({ type: 'ping' })).toEqual({ type: 'pong' });
    expect(page.view.runs.find((run) => run.id === id)?.status).toBe('ok');
    await expectUsable();
  });
});
