import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

const HOUR = 3_600_000;

let server: RunningServer;
let learner: Learner;
beforeAll(async () => {
  server = await startTestServer({ limits: { spares: 0 } });
  learner = new Learner(server);
  await learner.run(
    "import { createClient } from 'redis';\nconst client = await createClient().connect();",
  );
});
afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

/** Sets the clock of the server, and of nothing else: kernel and Redis have their own. */
const jump = (ms: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.now() + ms), shouldAdvanceTime: true });

describe('a clock that is set while a cell runs', () => {
  it.each([
    ['back by an hour', -HOUR],
    ['forward by a day', 24 * HOUR],
    ['to 1970', -Date.now()],
  ])('%s, leaves durations, ids and changes right', async (_, ms) => {
    const id = learner.begin(
      "await client.xAdd('s', '*', { n: '1' }); await new Promise((done) => { globalThis.go = done }); await client.xAdd('s', '*', { n: '2' }); 'done'",
    );
    await learner.status(id, 'running');
    jump(ms);
    await learner.run('go()');
    const { run, status } = await learner.ended(id);
    expect(status).toBe('ok');
    expect(run.duration).toBeGreaterThanOrEqual(0);
    expect(run.duration).toBeLessThan(HOUR / 2);
    expect(run.changes.length).toBeGreaterThan(0);

    const next = await learner.run("await client.xAdd('s', '*', { n: '3' })");
    expect(next.run.changes.length).toBeGreaterThan(0);
    const { lens } = learner.view;
    const ids = (lens?.streams[0]?.entries ?? []).map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length % 3).toBe(0);
  });

  it('in a cell that replaces Date itself, leaves the next one as it was', async () => {
    const { run } = await learner.run(
      "const { now } = Date; Date.now = () => -1; await client.xAdd('s', '*', { n: '4' }); Date.now = now; 1",
    );
    expect(run).toMatchObject({ status: 'ok' });
    expect(run.commands.every(({ commands }) => commands.every(Boolean))).toBe(true);
  });
});
