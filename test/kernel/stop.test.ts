import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

let server: RunningServer;
let learner: Learner;

beforeAll(async () => {
  server = await startTestServer();
  learner = new Learner(server);
  await learner.run(
    "import { createClient } from 'redis';\nconst client = await createClient().connect();\nlet kept = 42;",
  );
});
afterAll(() => server.close());

describe('Stop', () => {
  it.each([
    ['a busy loop', 'while (true) {}'],
    ['a loop of microtasks', 'for (;;) await null;'],
    ['a busy loop while a reply is on its way', 'const reply = client.ping(); while (true) {}'],
    ['a loop that catches everything', 'for (;;) { try { await client.ping() } catch {} }'],
    [
      'a loop that catches everything and sleeps',
      'for (;;) { try { await new Promise((done) => setTimeout(done, 1)) } catch {} }',
    ],
    [
      'an endless await',
      'const never = new Promise(() => {}); globalThis.hold = never; await never',
    ],
    ['a sleep', 'await new Promise((done) => setTimeout(done, 1e6))'],
    [
      'an interval',
      'setInterval(() => console.log(1), 1); await new Promise((done) => setTimeout(done, 1e6))',
    ],
    ['a blocking read', "await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })"],
    [
      'a blocking read that is tried again',
      "for (;;) { try { await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 }) } catch {} }",
    ],
    [
      'a value whose rendering never ends',
      '({ [Symbol.for("nodejs.util.inspect.custom")]() { for (;;) {} } })',
    ],
  ])('ends %s and keeps variables and connections', async (_, source) => {
    const { generation } = learner.view.kernel;
    const id = learner.begin(`console.log('begun');\n${source}`);
    await learner.until((view) => view.runs.find((run) => run.id === id && run.outputs.length > 0));
    await learner.session.stop(id);
    expect((await learner.ended(id)).status).toBe('stopped');
    const after = await learner.run('[kept, await client.ping()]');
    expect(after).toMatchObject({ error: null, value: "[ 42, 'PONG' ]" });
    expect(learner.view.kernel.generation).toBe(generation);
  });

  it('ends a blocking read at whatever moment it is just being sent', async () => {
    for (let times = 0; times < 30; times++) {
      const id = learner.begin(
        "console.log(1); await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })",
      );
      await learner.until((view) =>
        view.runs.find((run) => run.id === id && run.outputs.length > 0),
      );
      await learner.session.stop(id);
      expect((await learner.run('await client.ping()')).value).toBe("'PONG'");
    }
  });

  it('ends what nothing else can by replacing the kernel, and says so', async () => {
    const { generation } = learner.view.kernel;
    const id = learner.begin(
      'const big: any = []; for (let i = 0; i < 3e5; i++) big.push({ i }); console.log(1); for (;;) JSON.stringify(big).length',
    );
    await learner.until((view) => view.runs.find((run) => run.id === id && run.outputs.length > 0));
    await learner.session.stop(id);
    expect((await learner.ended(id)).status).toBe('stopped');
    await learner.until((view) => (view.kernel.state === 'ready' ? true : undefined));
    expect((await learner.run('1 + 1')).value).toBe('2');
    if (learner.view.kernel.generation > generation)
      expect(learner.view.kernel.notice).toContain('replaced');
    await learner.run(
      "import { createClient } from 'redis';\nconst client = await createClient().connect();\nlet kept = 42;",
    );
  });

  it('takes a queued run out of the queue', async () => {
    const first = learner.begin('await new Promise((done) => setTimeout(done, 1e6))');
    const second = learner.begin('1', { turn: 'in-turn' });
    await learner.session.stop(second);
    expect((await learner.ended(second)).run.count).toBeNull();
    await learner.session.stop(first);
    await learner.ended(first);
  });
});

describe('two cells at once', () => {
  it('shows what a cell is blocked on, and lets another wake it', async () => {
    const reader = learner.begin(
      "const [got] = await client.duplicate().connect().then((c) => c.xRead({ key: 'news', id: '$' }, { BLOCK: 0 })) as any;\ngot.messages[0].message.text",
    );
    const { blocked } = await learner.status(reader, 'blocked');
    expect(blocked).toMatchObject({ command: 'XREAD', keys: ['news'], timeout: 0 });
    expect((await learner.run("await client.xAdd('news', '*', { text: 'hello' })")).status).toBe(
      'ok',
    );
    expect((await learner.ended(reader)).value).toBe("'hello'");
  });

  it('queues a cell behind one that computes, and runs it afterwards', async () => {
    const first = learner.begin(
      'let at = Date.now(); while (Date.now() - at < 300) {}\nlet order = ["first"];',
    );
    const second = learner.begin('order.push("second"); order');
    expect(learner.view.runs.find(({ id }) => id === second)?.status).toBe('queued');
    expect((await learner.ended(second)).value).toBe("[ 'first', 'second' ]");
    expect((await learner.ended(first)).status).toBe('ok');
  });

  it('lets a cell pass one that only waits, but not in a run of all', async () => {
    const sleeper = learner.begin('await new Promise((done) => { globalThis.wake = done })');
    const all = learner.begin('"in turn"', { turn: 'in-turn' });
    expect((await learner.run('1')).status).toBe('ok');
    expect(learner.view.runs.find(({ id }) => id === all)?.status).toBe('queued');
    await learner.run('wake()');
    await learner.ended(sleeper);
    expect((await learner.ended(all)).value).toBe("'in turn'");
  });
});
