import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningServer, ServerOptions } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { isRunning, OwnTemporaryFolder, type Child } from './children.ts';
import { Page, valueOf } from './page.ts';

let temporary: OwnTemporaryFolder;
let server: RunningServer | undefined;

beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
});
afterAll(() => temporary.remove());
afterEach(async () => {
  await server?.close();
  server = undefined;
  expect(temporary.left()).toEqual([]);
});

/** A server with one kernel and one Redis for each learner, and none in reserve. */
async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  server = await startTestServer({ ...options, limits: { spares: 0, ...options.limits } });
  return server;
}

const CONNECT =
  "import { createClient } from 'redis';\nconst client = await createClient().connect();\nlet kept = 42;";

/** A learner who is connected to Redis, with their two processes. */
async function settle(
  from: RunningServer,
): Promise<{ learner: Learner; kernel: Child; redis: Child }> {
  const learner = new Learner(from);
  expect(await learner.run(CONNECT)).toMatchObject({ status: 'ok' });
  const [kernel] = temporary.kernels();
  const [redis] = temporary.redises();
  if (!kernel || !redis) throw new Error('A learner has a kernel and a Redis.');
  return { learner, kernel, redis };
}

const ready = (learner: Learner) =>
  learner.until(({ kernel, redis }) =>
    kernel.state === 'ready' && redis.state === 'ready' ? true : undefined,
  );

const printed = (learner: Learner, id: string) =>
  learner.until((view) => view.runs.find((run) => run.id === id && run.outputs.length > 0));

describe('a kernel that dies', () => {
  it('ends its runs, says why, and is replaced beside the same Redis', async () => {
    const { learner, kernel } = await settle(await start());
    await learner.run("await client.xAdd('kept', '*', { n: '1' })");
    const running = learner.begin(
      "console.log('begun'); await new Promise((done) => setTimeout(done, 1e6))",
    );
    const queued = learner.begin('1', { turn: 'in-turn' });
    await printed(learner, running);
    process.kill(kernel.pid, 'SIGKILL');

    const ended = await learner.ended(running);
    expect(ended.status).toBe('error');
    expect(ended.notices).toEqual([expect.stringMatching(/SIGKILL.*Redis is as it was/)]);
    expect((await learner.ended(queued)).status).toBe('stopped');
    await ready(learner);
    expect(learner.view.kernel).toMatchObject({ state: 'ready', generation: 2 });
    expect(learner.view.kernel.notice).toBe(ended.notices[0]);
    expect((await learner.run('typeof kept')).value).toBe("'undefined'");
    const after = await learner.run(`${CONNECT}\nawait client.xLen('kept')`);
    expect(after.value).toBe('1');
    expect(after.run.count).toBe(2);
    expect(isRunning(kernel)).toBe(false);
    expect(temporary.kernels()).toHaveLength(1);
  });

  it('is replaced when it dies while nothing runs', async () => {
    const { learner, kernel } = await settle(await start());
    process.kill(kernel.pid, 'SIGKILL');
    await learner.until(({ kernel }) => (kernel.generation === 2 ? true : undefined));
    expect((await learner.run('1 + 1')).value).toBe('2');
  });

  it('says that it ran out of memory, and takes nobody with it', async () => {
    const running = await start({ limits: { kernelHeapMb: 64 } });
    const neighbour = new Learner(running);
    await neighbour.run('let safe = 1;');
    const learner = new Learner(running);
    const { status, notices } = await learner.run(
      'const hoard: any[] = []; for (;;) hoard.push(new Array(1000).fill({}))',
    );
    expect(status).toBe('error');
    expect(notices).toEqual([expect.stringContaining('ran out of memory (it may use 64 MB)')]);
    expect((await learner.run('1 + 1')).value).toBe('2');
    expect((await neighbour.run('safe')).value).toBe('1');
  });
});

describe('a Redis that dies in the middle of a cell', () => {
  it('gives the cell a clear error, and comes back empty where it was', async () => {
    const { learner, redis } = await settle(await start());
    await learner.run("await client.xAdd('gone', '*', { n: '1' })");
    await learner.until(({ lens }) => (lens?.streams.length === 1 ? true : undefined));
    const id = learner.begin(
      "console.log('begun'); for (;;) await client.xAdd('gone', '*', { n: '2' })",
    );
    await printed(learner, id);
    process.kill(redis.pid, 'SIGKILL');

    const ended = await learner.ended(id);
    expect(ended.status).toBe('error');
    expect(ended.error?.message).toMatch(/closed|connection|ECONN|EPIPE|offline/i);
    await learner.until(({ redis }) =>
      redis.state === 'ready' && redis.notice !== null ? true : undefined,
    );
    expect(learner.view.redis.notice).toContain('replaced by an empty one');
    await learner.until(({ lens }) => (lens?.streams.length === 0 ? true : undefined));
    const after = await learner.run("[kept, await client.exists('gone')]");
    expect(after).toMatchObject({ error: null, value: '[ 42, 0 ]' });
    expect(learner.view.kernel.generation).toBe(1);
    expect(isRunning(redis)).toBe(false);
    expect(temporary.redises()).toHaveLength(1);
  });

  it('ends a blocking read as well', async () => {
    const { learner, redis } = await settle(await start());
    const id = learner.begin("await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })");
    await learner.status(id, 'blocked');
    process.kill(redis.pid, 'SIGKILL');
    expect((await learner.ended(id)).status).toBe('error');
    expect((await learner.run('await client.ping()')).value).toBe("'PONG'");
  });
});

describe('Restart', () => {
  it('gives a new kernel and an empty Redis, and counts from 1', async () => {
    const { learner, kernel, redis } = await settle(await start());
    await learner.run("await client.xAdd('gone', '*', { n: '1' })");
    await learner.session.restart();
    await ready(learner);
    expect(learner.view.kernel).toMatchObject({ generation: 2, notice: null });
    expect(learner.view.redis.notice).toBeNull();
    expect([isRunning(kernel), isRunning(redis)]).toEqual([false, false]);
    const { run, value } = await learner.run('typeof kept');
    expect([run.count, run.generation, value]).toEqual([1, 2, "'undefined'"]);
    expect((await learner.run(`${CONNECT}\nawait client.dbSize()`)).value).toBe('0');
    expect(learner.view.lens?.streams).toEqual([]);
    expect(temporary.children()).toHaveLength(2);
  });

  it('asked for by a page: ends a blocked cell and what is queued, and the page sees it all', async () => {
    const page = await Page.open((await start()).url);
    await page.run(CONNECT);
    const blocked = page.begin("await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })");
    await page.untilRun(blocked, (run) => run.status === 'blocked');
    const spinning = page.begin("console.log('begun'); for (;;) {}");
    await page.untilRun(spinning, (run) => run.outputs.length > 0);
    const queued = page.begin('1');
    page.send({ type: 'restart' });
    for (const id of [blocked, spinning, queued])
      expect((await page.ended(id)).status).toBe('stopped');
    expect(valueOf(await page.run('typeof client'))).toBe("'undefined'");
    expect(page.view.kernel).toMatchObject({ state: 'ready', generation: 2 });
  });

  it('asked for again while it goes on, happens once and leaves one kernel and one Redis', async () => {
    const { learner } = await settle(await start());
    await Promise.all([
      learner.session.restart(),
      learner.session.restart(),
      learner.session.restart(),
    ]);
    await ready(learner);
    expect((await learner.run('1 + 1')).value).toBe('2');
    expect(learner.view.kernel.generation).toBe(2);
    expect(temporary.children()).toHaveLength(2);
  });
});

describe('a run of all', () => {
  it('ends at the first error, and the next cell still runs', async () => {
    const { learner } = await settle(await start());
    const ids = ['let a = 1;', 'nowhere', 'a = 2;', 'a = 3;'].map((source) =>
      learner.begin(source, { turn: 'in-turn' }),
    );
    const ended = await Promise.all(ids.map((id) => learner.ended(id)));
    expect(ended.map(({ status }) => status)).toEqual(['ok', 'error', 'stopped', 'stopped']);
    expect(ended[3]?.notices).toEqual([expect.stringContaining('Not run')]);
    expect(ended[3]?.run.count).toBeNull();
    expect((await learner.run('a')).value).toBe('1');
  });
});

describe('a session without a page', () => {
  it('ends after its time and leaves no process and no file', async () => {
    const running = await start({ limits: { detachedMs: 50 } });
    const page = await Page.open(running.url);
    await page.run(CONNECT);
    const children = temporary.children();
    expect(children.map(isRunning)).toEqual([true, true]);
    const { session } = page;
    await page.drop();
    await vi.waitUntil(() => running.registry.find(session) === null, { timeout: 20_000 });
    await vi.waitUntil(() => !children.some(isRunning), { timeout: 20_000 });
    await vi.waitUntil(() => temporary.children().length === 0, { timeout: 20_000 });
    expect((await Page.open(running.url, session)).welcome.found).toBe('lost');
  });

  it('stays while another page is connected', async () => {
    const running = await start({ limits: { detachedMs: 0 } });
    const first = await Page.open(running.url);
    const second = await Page.open(running.url, first.session, 'second');
    await first.drop();
    expect(valueOf(await second.run('1 + 1'))).toBe('2');
    expect(running.registry.find(second.session)).not.toBeNull();
  });

  it('stays when its page is back in time', async () => {
    const running = await start({ limits: { detachedMs: 1e6 } });
    const first = await Page.open(running.url);
    await first.run('let kept = 1;');
    await first.drop();
    const second = await Page.open(running.url, first.session, 'second');
    expect(valueOf(await second.run('kept'))).toBe('1');
  });
});

describe('a server that is closed', () => {
  it('leaves no process, no file and no open connection, whatever is going on', async () => {
    const running = await start();
    const page = await Page.open(running.url);
    await page.run(CONNECT);
    const blocked = page.begin("await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })");
    await page.untilRun(blocked, (run) => run.status === 'blocked');
    const spinning = page.begin("console.log('begun'); for (;;) {}");
    await page.untilRun(spinning, (run) => run.outputs.length > 0);
    const children = temporary.children();
    expect(children.length).toBe(2);

    await running.close();
    server = undefined;
    expect(await page.closed).toBe(1001);
    expect(children.filter(isRunning)).toEqual([]);
    expect(temporary.left()).toEqual([]);
    await expect(fetch(running.url)).rejects.toThrow();
  });

  it('may be closed in the same moment in which a learner comes', async () => {
    const running = await start();
    const learner = new Learner(running);
    learner.begin('1');
    await running.close();
    server = undefined;
    expect(temporary.left()).toEqual([]);
  });

  it('throws EADDRINUSE when its port is taken, and leaves nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await expect(start({ port: address.port, limits: { spares: 1 } })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    expect(temporary.left()).toEqual([]);
    other.close();
  });
});
