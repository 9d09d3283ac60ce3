import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const CONNECT =
  "import { createClient } from 'redis';\nconst client = await createClient().connect();\nlet adds = 0;";
const GROUP =
  "await client.xAdd('s', '1-0', { n: '1' });\nawait client.xGroupCreate('s', 'g', '0');\nawait client.xReadGroup('g', 'ann', { key: 's', id: '>' });\nadds++; undefined";
const LOOK =
  "JSON.stringify([await client.xLen('s'), (await client.xPending('s', 'g')).pending, adds])";

/** A learner with an entry that is pending, and the run that comes after it. */
async function prepared() {
  const learner = new Learner(server);
  await learner.run(CONNECT);
  await learner.run(GROUP);
  const { run } = await learner.run(
    "await client.xAck('s', 'g', '1-0');\nawait client.xAdd('s', '2-0', { n: '2' });\nadds++; undefined",
  );
  return { learner, run: run.id };
}

describe('rewinding', () => {
  it('puts streams, groups and pending entries back, and keeps variables', async () => {
    const { learner, run } = await prepared();
    expect((await learner.run(LOOK)).value).toBe("'[2,0,2]'");
    expect(await learner.session.rewind(run)).toBeNull();
    expect((await learner.run(LOOK)).value).toBe("'[1,1,2]'");
    const lens = learner.view.lens?.streams[0];
    expect(lens?.groups[0]?.consumers[0]?.pending).toMatchObject([{ id: '1-0', deliveries: 1 }]);
  });

  it('is a mark of the history, and can be undone', async () => {
    const { learner, run } = await prepared();
    await learner.session.rewind(run);
    const mark = learner.view.history.marks.at(-1);
    expect(mark).toMatchObject({ kind: 'rewind', cell: 'cell-3' });
    expect(learner.view.history.points).toContain(mark?.id);
    expect(await learner.session.rewind(mark?.id ?? '')).toBeNull();
    expect((await learner.run(LOOK)).value).toBe("'[2,0,2]'");
  });

  it('lets a run that was sent meanwhile wait for it', async () => {
    const { learner, run } = await prepared();
    const rewinding = learner.session.rewind(run);
    const look = learner.begin(LOOK);
    await rewinding;
    expect((await learner.ended(look)).value).toBe("'[1,1,2]'");
  });

  it('is refused while a cell is blocked, and changes nothing then', async () => {
    const { learner, run } = await prepared();
    const reader = learner.begin(
      "await client.duplicate().connect().then((c) => c.xRead({ key: 's', id: '$' }, { BLOCK: 0 }))",
    );
    await learner.status(reader, 'blocked');
    expect(await learner.session.rewind(run)).toContain('stop it first');
    await learner.session.stop(reader);
    expect((await learner.run(LOOK)).value).toBe("'[2,0,2]'");
  });

  it('is refused for what is not kept', async () => {
    const { learner } = await prepared();
    expect(await learner.session.rewind('run-99')).toContain('not kept');
  });

  it('is no longer offered when Redis is an empty one', async () => {
    const { learner, run } = await prepared();
    await learner.session.restart();
    await learner.until((view) => (view.kernel.state === 'ready' ? true : undefined));
    expect(learner.view.history).toMatchObject({ marks: [], points: [] });
    expect(await learner.session.rewind(run)).toContain('not kept');
  });
});

describe('following', () => {
  it('shows what a cell does while it goes on', async () => {
    const learner = new Learner(server);
    await learner.run(CONNECT);
    const run = learner.begin(
      "await client.xAdd('s', '1-0', { n: '1' });\nawait new Promise((done) => { globalThis.goOn = done })",
    );
    const seen = await learner.until((view) => {
      const found = view.runs.find(({ id }) => id === run);
      return view.lens?.streams[0]?.length === 1 ? found : undefined;
    });
    expect(seen).toMatchObject({
      status: 'running',
      changes: [{ kind: 'stream-made' }, { ids: ['1-0'] }],
    });
    await learner.run('goOn()');
    expect((await learner.ended(run)).status).toBe('ok');
  });
});
