import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasEnded } from '../../core/session/run.ts';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A learner of their own, connected to Redis. */
async function connected(): Promise<Learner> {
  const learner = new Learner(server);
  const connect =
    "import { createClient } from 'redis';\nconst client = await createClient().connect();";
  expect(await learner.run(connect)).toMatchObject({ status: 'ok' });
  return learner;
}

describe('the lens', () => {
  it('shows what a cell has added, delivered, claimed and acknowledged', async () => {
    const learner = await connected();
    await learner.run(
      [
        "for (const n of [1, 2, 3]) await client.xAdd('orders', `${n}-0`, { n: String(n) });",
        "await client.xGroupCreate('orders', 'workers', '0');",
      ].join('\n'),
    );
    const orders = () => {
      const found = learner.view.lens?.streams.find(({ key }) => key === 'orders');
      if (!found) throw new Error('The lens has no stream "orders".');
      return found;
    };
    expect(orders()).toMatchObject({ length: 3, lastGeneratedId: '3-0' });
    expect(orders().entries).toEqual([
      { id: '1-0', fields: [['n', '1']] },
      { id: '2-0', fields: [['n', '2']] },
      { id: '3-0', fields: [['n', '3']] },
    ]);
    expect(orders().groups).toMatchObject([{ name: 'workers', lastDeliveredId: '0-0', lag: 3 }]);

    await learner.run(
      "await client.xReadGroup('workers', 'ann', { key: 'orders', id: '>' }, { COUNT: 2 }); undefined",
    );
    expect(orders().groups).toMatchObject([
      {
        lastDeliveredId: '2-0',
        lag: 1,
        entriesRead: 2,
        pendingCount: 2,
        consumers: [
          {
            name: 'ann',
            pending: [
              { id: '1-0', deliveries: 1 },
              { id: '2-0', deliveries: 1 },
            ],
          },
        ],
      },
    ]);

    await learner.run("await client.xClaim('orders', 'workers', 'bob', 0, '2-0'); undefined");
    await learner.run("await client.xAck('orders', 'workers', '1-0')");
    expect(orders().groups).toMatchObject([
      {
        pendingCount: 1,
        consumers: [
          { name: 'ann', pendingCount: 0, pending: [] },
          { name: 'bob', pendingCount: 1, pending: [{ id: '2-0', deliveries: 2 }] },
        ],
      },
    ]);
    // What the changes are counted from is the state before the last run.
    const base = learner.view.lensBase?.streams.find(({ key }) => key === 'orders');
    expect(base?.groups[0]?.pendingCount).toBe(2);
  });

  it('follows while a cell is blocked and another one adds', async () => {
    const learner = await connected();
    const reader = learner.begin(
      "const reading = await client.duplicate().connect();\nawait reading.xRead({ key: 'feed', id: '$' }, { BLOCK: 0 }); await new Promise((done) => { globalThis.wake = done })",
    );
    await learner.status(reader, 'blocked');
    const adder = learner.begin(
      "await client.xAdd('feed', '1-0', { n: '1' }); await new Promise((done) => { globalThis.more = done })",
    );
    const seen = await learner.until((view) => {
      const stream = view.lens?.streams.find(({ key }) => key === 'feed');
      return stream && !view.runs.some((run) => run.id === adder && hasEnded(run.status))
        ? stream
        : undefined;
    });
    expect(seen.entries).toEqual([{ id: '1-0', fields: [['n', '1']] }]);
    await learner.until((view) =>
      view.runs.find((run) => run.id === reader && run.status === 'running'),
    );
    await learner.run('more(); wake();');
    expect((await learner.ended(reader)).status).toBe('ok');
    expect((await learner.ended(adder)).status).toBe('ok');
  });
});
