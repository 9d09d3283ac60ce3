import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../core/lens/change.ts';
import type { ChangeLine } from '../../core/lens/change-line.ts';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

let server: RunningServer;
let learner: Learner;

beforeAll(async () => {
  server = await startTestServer();
  learner = new Learner(server);
  const connect =
    "import { createClient } from 'redis';\nconst client = await createClient().connect();";
  expect(await learner.run(connect)).toMatchObject({ status: 'ok' });
});
afterAll(() => server.close());

/** A line of changes, and the command that it says is the cause. */
interface Told {
  kind: Change['kind'];
  ids?: string[];
  /** The first words of the command; null when none is named. */
  by: string | null;
  /** What the sentence must say. */
  says: RegExp;
}

/** What a cell must be told to have changed, after another one has prepared the ground. */
interface Case {
  name: string;
  /** Three entries 1-0, 2-0, 3-0 in `s`, unless something else is said. */
  before?: string;
  cell: string;
  told: Told[];
}

const ENTRIES = "for (const n of [1, 2, 3]) await client.xAdd('s', `${n}-0`, { n: String(n) });";
const GROUP = `${ENTRIES} await client.xGroupCreate('s', 'g', '0');`;
const READ =
  "const read = (consumer, id = '>') => client.xReadGroup('g', consumer, { key: 's', id }, { COUNT: 2 });";
const PENDING = `${GROUP} ${READ} await read('ann');`;

const cases: Case[] = [
  {
    name: 'a first entry',
    before: '',
    cell: "await client.xAdd('s', '1-0', { n: '1' })",
    told: [
      { kind: 'stream-made', by: 'XADD s', says: /\bs\b/ },
      { kind: 'entry-added', ids: ['1-0'], by: 'XADD s', says: /1-0.*XADD/ },
    ],
  },
  {
    name: 'entries',
    cell: "for (const n of [4, 5, 6, 7]) await client.xAdd('s', `${n}-0`, { n: '1' });",
    told: [
      { kind: 'entry-added', ids: ['4-0', '5-0', '6-0', '7-0'], by: 'XADD s', says: /4 entries/ },
    ],
  },
  {
    name: 'a deleted entry',
    cell: "await client.xDel('s', '2-0')",
    told: [{ kind: 'entry-removed', ids: ['2-0'], by: 'XDEL s', says: /2-0.*deleted.*XDEL/ }],
  },
  {
    name: 'trimmed entries',
    cell: "await client.xTrim('s', 'MAXLEN', 1)",
    told: [{ kind: 'entry-removed', ids: ['1-0', '2-0'], by: 'XTRIM s', says: /trimmed.*XTRIM/ }],
  },
  {
    name: 'entries trimmed by adding one',
    cell: "await client.xAdd('s', '4-0', { n: '4' }, { TRIM: { strategy: 'MAXLEN', threshold: 3 } })",
    told: [
      { kind: 'entry-added', ids: ['4-0'], by: 'XADD s', says: /4-0/ },
      { kind: 'entry-removed', ids: ['1-0'], by: 'XADD s', says: /trimmed/ },
    ],
  },
  {
    name: 'a deleted stream',
    cell: "await client.del('s')",
    told: [{ kind: 'stream-gone', by: 'DEL s', says: /DEL/ }],
  },
  {
    name: 'a time to live',
    cell: "await client.expire('s', 1000)",
    told: [{ kind: 'expiry-changed', by: 'EXPIRE s', says: /EXPIRE/ }],
  },
  {
    name: 'a stream that expired',
    // Long enough that a busy machine begins the cell before it is over.
    before: `${ENTRIES} await client.pExpire('s', 4000);`,
    cell: "while (await client.exists('s')) await new Promise((done) => setTimeout(done, 5));",
    told: [{ kind: 'stream-gone', by: null, says: /time to live/ }],
  },
  {
    name: 'a group',
    cell: "await client.xGroupCreate('s', 'g', '0')",
    told: [{ kind: 'group-made', by: 'XGROUP CREATE', says: /\bg\b.*XGROUP CREATE/ }],
  },
  {
    name: 'a group that is destroyed',
    before: GROUP,
    cell: "await client.xGroupDestroy('s', 'g')",
    told: [{ kind: 'group-destroyed', by: 'XGROUP DESTROY', says: /destroy/i }],
  },
  {
    name: 'a group that is moved',
    before: GROUP,
    cell: "await client.xGroupSetId('s', 'g', '$')",
    told: [{ kind: 'group-moved', by: 'XGROUP SETID', says: /3-0.*SETID/s }],
  },
  {
    name: 'a consumer that is made',
    before: GROUP,
    cell: "await client.xGroupCreateConsumer('s', 'g', 'ann')",
    told: [{ kind: 'consumer-appeared', by: 'XGROUP CREATECONSUMER', says: /ann/ }],
  },
  {
    name: 'entries that are delivered',
    before: `${GROUP} ${READ}`,
    cell: "await read('ann')",
    told: [
      { kind: 'consumer-appeared', by: 'XREADGROUP', says: /ann/ },
      { kind: 'group-moved', by: 'XREADGROUP', says: /2-0/ },
      { kind: 'delivered', ids: ['1-0', '2-0'], by: 'XREADGROUP', says: /ann/ },
    ],
  },
  {
    name: 'entries that are read again',
    before: PENDING,
    cell: "await read('ann', '0')",
    told: [{ kind: 'redelivered', ids: ['1-0', '2-0'], by: 'XREADGROUP', says: /ann/ }],
  },
  {
    name: 'an entry that is claimed',
    before: PENDING,
    cell: "await client.xClaim('s', 'g', 'bob', 0, '1-0')",
    told: [
      { kind: 'consumer-appeared', by: 'XCLAIM', says: /bob/ },
      { kind: 'claimed', ids: ['1-0'], by: 'XCLAIM', says: /bob.*1-0.*1 to 2.*XCLAIM/ },
    ],
  },
  {
    name: 'an entry that is claimed without being delivered',
    before: PENDING,
    cell: "await client.xClaimJustId('s', 'g', 'bob', 0, '1-0')",
    told: [
      { kind: 'consumer-appeared', by: 'XCLAIM', says: /bob/ },
      { kind: 'claimed', ids: ['1-0'], by: 'XCLAIM', says: /JUSTID/ },
    ],
  },
  {
    name: 'entries that are claimed automatically',
    before: PENDING,
    cell: "await client.xAutoClaim('s', 'g', 'bob', 0, '0')",
    told: [
      { kind: 'consumer-appeared', by: 'XAUTOCLAIM', says: /bob/ },
      { kind: 'claimed', ids: ['1-0', '2-0'], by: 'XAUTOCLAIM', says: /bob.*XAUTOCLAIM/ },
    ],
  },
  {
    name: 'entries that are acknowledged',
    before: PENDING,
    cell: "await client.xAck('s', 'g', ['1-0', '2-0'])",
    told: [
      { kind: 'acknowledged', ids: ['1-0', '2-0'], by: 'XACK s', says: /no longer pending.*XACK/ },
    ],
  },
  {
    name: 'entries that are dropped with their consumer',
    before: PENDING,
    cell: "await client.xGroupDelConsumer('s', 'g', 'ann')",
    told: [
      { kind: 'dropped', ids: ['1-0', '2-0'], by: 'XGROUP DELCONSUMER', says: /ann/ },
      { kind: 'consumer-removed', by: 'XGROUP DELCONSUMER', says: /ann/ },
    ],
  },
  {
    name: 'an entry that becomes a ghost',
    before: PENDING,
    cell: "await client.xDel('s', '1-0')",
    told: [
      { kind: 'entry-removed', ids: ['1-0'], by: 'XDEL s', says: /XDEL/ },
      { kind: 'ghost-made', ids: ['1-0'], by: 'XDEL s', says: /ghost/ },
    ],
  },
  {
    name: 'a ghost that is acknowledged',
    before: `${PENDING} await client.xDel('s', '1-0');`,
    cell: "await client.xAck('s', 'g', '1-0')",
    told: [{ kind: 'ghost-gone', ids: ['1-0'], by: 'XACK s', says: /XACK/ }],
  },
  {
    name: 'a ghost that a claim finds',
    before: `${PENDING} await client.xDel('s', '1-0');`,
    cell: "await client.xAutoClaim('s', 'g', 'ann', 0, '0', { COUNT: 1 })",
    told: [{ kind: 'ghost-gone', ids: ['1-0'], by: 'XAUTOCLAIM s', says: /XAUTOCLAIM/ }],
  },
];

/** Runs a cell after its ground was prepared in a Redis that was emptied, and gives what it was told. */
async function told({
  before = ENTRIES,
  cell,
}: Case): Promise<(Omit<Told, 'says'> & { text: string })[]> {
  const ground = await learner.run(`await client.flushDb();\n${before}`);
  expect(ground).toMatchObject({ error: null });
  const { run, error } = await learner.run(cell);
  expect(error).toBeNull();
  const words = ({ row }: ChangeLine) =>
    run.commands[row ?? -1]?.commands[0]?.args.join(' ') ?? null;
  return run.changes.map((line) => ({
    kind: line.kind as Change['kind'],
    ...(line.ids.length > 0 ? { ids: line.ids } : {}),
    by: words(line),
    text: line.text,
  }));
}

describe('what a cell is told to have changed', () => {
  it.each(cases)('tells $name', async (one) => {
    const lines = await told(one);
    expect(lines.map(({ kind, ids }) => ({ kind, ids }))).toEqual(
      one.told.map(({ kind, ids }) => ({ kind, ids })),
    );
    one.told.forEach(({ by, says }, i) => {
      expect(lines[i]?.text).toMatch(says);
      if (by === null) expect(lines[i]?.by).toBeNull();
      else expect(lines[i]?.by).toMatch(new RegExp(`^${by}\\b`));
    });
  });

  it('tells nothing of a cell that only reads', async () => {
    await learner.run(`await client.flushDb(); ${PENDING}`);
    const { run } = await learner.run(
      "await client.xRange('s', '-', '+'); await client.xPending('s', 'g'); await client.xInfoStream('s')",
    );
    expect(run.changes).toEqual([]);
    expect(run.commands.map(({ commands }) => commands[0]?.args[0])).toEqual([
      'XRANGE',
      'XPENDING',
      'XINFO',
    ]);
  });
});

describe('two cells at once', () => {
  it('are each told what they did', async () => {
    await learner.run(`await client.flushDb(); ${GROUP.replace("'0'", () => "'$'")}`);
    const reader = learner.begin(
      "await client.duplicate().connect().then((c) => c.xReadGroup('g', 'ann', { key: 's', id: '>' }, { BLOCK: 0 }))",
    );
    expect(await learner.status(reader, 'blocked')).toMatchObject({
      blocked: { command: 'XREADGROUP', group: 'g', consumer: 'ann', keys: ['s'] },
    });
    const writer = await learner.run("await client.xAdd('s', '9-0', { n: '9' })");
    const { run } = await learner.ended(reader);
    expect(writer.run.changes.map(({ kind }) => kind)).toEqual(['entry-added']);
    expect(run.changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['delivered', 'group-moved']),
    );
    expect(run.changes.map(({ kind }) => kind)).not.toContain('entry-added');
  });
});
