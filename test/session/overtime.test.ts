import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../core/session/run.ts';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { Page, valueOf } from './page.ts';

/** How long a cell is blocked in a read before its learner is asked, in ms. */
const WAIT_MS = 4000;

const CONNECT =
  "import { createClient } from 'redis';\nconst client = await createClient().connect();\nlet kept = 42;";
const SLEEP = 'await new Promise((done) => { globalThis.wake = done }); kept';

const notices = ({ outputs }: Run) =>
  outputs.flatMap((output) => (output.kind === 'notice' ? [output.text] : []));

/** A run that has been stopped, once it says why. */
const explained = async (page: Page, id: string): Promise<Run> => {
  expect((await page.ended(id)).status).toBe('stopped');
  return page.untilRun(id, (run) => notices(run).some((text) => text.includes('nobody let it')));
};

describe('a cell that goes on for long', () => {
  let server: RunningServer;
  let page: Page;
  beforeAll(async () => {
    server = await startTestServer({
      // The cells that end by themselves may not take so long, on the busiest machine.
      limits: { cellMs: 2000, cellWaitMs: WAIT_MS, answerMs: 1000, spares: 0 },
    });
  });
  beforeEach(async () => {
    page = await Page.open(server.url);
    await page.run(CONNECT);
  });
  afterAll(() => server.close());

  it.each([
    ['computes', 'for (;;) {}'],
    ['awaits', SLEEP],
  ])('and %s is stopped when nobody answers; variables are kept', async (_, source) => {
    const id = page.begin(source);
    const { stopsAt } = await page.untilRun(id, (run) => run.stopsAt !== null);
    expect(stopsAt).toBeGreaterThan(0);
    const run = await explained(page, id);
    expect(run.stopsAt).toBeNull();
    expect(notices(run).join(' ')).toMatch(/Variables are kept.*press “Let it go on”/);
    expect(valueOf(await page.run('kept'))).toBe('42');
  });

  it('is stopped when it is blocked in a read, after a longer time', async () => {
    const id = page.begin("await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })");
    await page.untilRun(id, (run) => run.stopsAt !== null);
    const run = await explained(page, id);
    expect(run.duration).toBeGreaterThanOrEqual(WAIT_MS);
    expect(valueOf(await page.run('await client.ping()'))).toBe("'PONG'");
  });

  it('is stopped when its page has gone; the next page is told so', async () => {
    const id = page.begin(SLEEP);
    await page.untilRun(id, (run) => run.status === 'running');
    await page.drop();
    page = await Page.open(server.url, page.session, 'later');
    await explained(page, id);
  });
});

describe('a cell that goes on for long and is let go on', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startTestServer({ limits: { cellMs: 100, answerMs: 1e6, spares: 0 } });
  });
  afterAll(() => server.close());

  it('goes on to its end, and is asked about again on the way', async () => {
    const page = await Page.open(server.url);
    await page.run('let kept = 42;');
    const id = page.begin(SLEEP);
    for (let times = 0; times < 2; times++) {
      await page.untilRun(id, (run) => run.stopsAt !== null);
      page.send({ type: 'go-on', run: id });
      await page.untilRun(id, (run) => run.stopsAt === null);
    }
    await page.run('wake()');
    const run = await page.ended(id);
    expect(run).toMatchObject({ status: 'ok', stopsAt: null });
    expect(valueOf(run)).toBe('42');
    expect(notices(run)).toEqual([]);

    // An answer to nothing does nothing.
    page.send({ type: 'go-on', run: id });
    page.send({ type: 'go-on', run: 'never' });
    expect(await page.ask({ type: 'ping' })).toEqual({ type: 'pong' });
  });
});
