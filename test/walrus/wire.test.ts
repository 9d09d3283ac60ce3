import { describe, expect, it } from 'vitest';
import { isOlder } from '../../walrus/connection/needs-redis.ts';
import type { Database } from '../../walrus/index.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();
const day = new Date(Date.UTC(2018, 0, 1));
const dayId = '1514764800000-0';

interface Row {
  call: string;
  run: (db: Database) => Promise<unknown>;
  sends: string[];
  /** The version of Redis that can do it; an older one is asked for its version after it refused. */
  since?: string;
}

/** `a b ''` as the words of a command. */
function words(line: string): string[] {
  return line.split(' ').map((word) => (word === "''" ? '' : word));
}

async function prepare(): Promise<void> {
  const { direct } = bench;
  await direct.stream('s').add({ k: 'v' }, { id: '1-1' });
  await direct.stream('s').add({ k: 'w' }, { id: '2-1' });
  await direct.consumerGroup('g', ['s', 't']).create();
  await direct.timeSeries('ts', ['s1', 's2']).create();
}

describe.each<[string, Row[]]>([
  [
    'a stream',
    [
      {
        call: 'add',
        run: (db) => db.stream('s').add({ a: 'b', n: 1 }),
        sends: ['XADD s * a b n 1'],
      },
      {
        call: 'add with an id',
        run: (db) => db.stream('s').add({ a: 'b' }, { id: '9-9' }),
        sends: ['XADD s 9-9 a b'],
      },
      {
        call: 'add with maxLength',
        run: (db) => db.stream('s').add({ a: 'b' }, { maxLength: 5 }),
        sends: ['XADD s MAXLEN ~ 5 * a b'],
      },
      {
        call: 'add with an exact maxLength of 0',
        run: (db) => db.stream('s').add({ a: 'b' }, { maxLength: 0, approximate: false }),
        sends: ['XADD s MAXLEN 0 * a b'],
      },
      {
        call: 'add with minId, limit and noMakeStream',
        run: (db) => db.stream('s').add({ a: 'b' }, { minId: '2', limit: 7, noMakeStream: true }),
        sends: ['XADD s NOMKSTREAM MINID ~ 2 LIMIT 7 * a b'],
      },
      {
        call: 'add with references',
        run: (db) => db.stream('s').add({ a: 'b' }, { references: 'acknowledged', maxLength: 2 }),
        sends: ['XADD s ACKED MAXLEN ~ 2 * a b'],
        since: '8.2',
      },
      { call: 'get', run: (db) => db.stream('s').get('1-1'), sends: ['XRANGE s 1-1 1-1 COUNT 1'] },
      { call: 'range', run: (db) => db.stream('s').range(), sends: ['XRANGE s - +'] },
      {
        call: 'range with bounds and count',
        run: (db) => db.stream('s').range('(1-1', '2-1', { count: 3 }),
        sends: ['XRANGE s (1-1 2-1 COUNT 3'],
      },
      {
        call: 'range with a falsy bound',
        run: (db) => db.stream('s').range('-', '0'),
        sends: ['XRANGE s - 0'],
      },
      {
        call: 'reverseRange',
        run: (db) => db.stream('s').reverseRange('+', '1-1', { count: 2 }),
        sends: ['XREVRANGE s + 1-1 COUNT 2'],
      },
      {
        call: 'entries in pages of one',
        run: async (db) => {
          for await (const entry of db.stream('s').entries({ pageSize: 1 }))
            expect(entry.id).toBeTruthy();
        },
        sends: ['XRANGE s - + COUNT 1', 'XRANGE s (1-1 + COUNT 1', 'XRANGE s (2-1 + COUNT 1'],
      },
      {
        call: 'for await',
        run: async (db) => {
          for await (const entry of db.stream('s')) expect(entry.id).toBeTruthy();
        },
        sends: ['XRANGE s - + COUNT 1000'],
      },
      {
        call: 'delete',
        run: (db) => db.stream('s').delete('1-1', { id: '2-1' }),
        sends: ['XDEL s 1-1 2-1'],
      },
      {
        call: 'deleteEntries',
        run: (db) => db.stream('s').deleteEntries(['1-1', '2-1'], { references: 'delete' }),
        sends: ['XDELEX s DELREF IDS 2 1-1 2-1'],
        since: '8.2',
      },
      { call: 'length', run: (db) => db.stream('s').length(), sends: ['XLEN s'] },
      {
        call: 'trim',
        run: (db) => db.stream('s').trim({ maxLength: 1 }),
        sends: ['XTRIM s MAXLEN ~ 1'],
      },
      {
        call: 'trim exactly',
        run: (db) => db.stream('s').trim({ maxLength: 1, approximate: false }),
        sends: ['XTRIM s MAXLEN 1'],
      },
      {
        call: 'trim by id with a limit',
        run: (db) => db.stream('s').trim({ minId: '2', limit: 10 }),
        sends: ['XTRIM s MINID ~ 2 LIMIT 10'],
      },
      {
        call: 'trim with references',
        run: (db) => db.stream('s').trim({ maxLength: 1, references: 'keep' }),
        sends: ['XTRIM s MAXLEN ~ 1 KEEPREF'],
        since: '8.2',
      },
      { call: 'read', run: (db) => db.stream('s').read(), sends: ['XREAD STREAMS s 0-0'] },
      {
        call: 'read with everything',
        run: (db) => db.stream('s').read({ lastId: '$', count: 2, block: 1 }),
        sends: ['XREAD BLOCK 1 COUNT 2 STREAMS s $'],
      },
      {
        call: 'read the last entry',
        run: (db) => db.stream('s').read({ lastId: '+' }),
        sends: ['XREAD STREAMS s +'],
        since: '7.4',
      },
      { call: 'info', run: (db) => db.stream('s').info(), sends: ['XINFO STREAM s'] },
      {
        call: 'snapshot',
        run: (db) => db.stream('s').snapshot(),
        sends: ['XINFO STREAM s FULL COUNT 0'],
      },
      {
        call: 'snapshot with a bound',
        run: (db) => db.stream('s').snapshot({ count: 5 }),
        sends: ['XINFO STREAM s FULL COUNT 5'],
      },
      { call: 'groupsInfo', run: (db) => db.stream('s').groupsInfo(), sends: ['XINFO GROUPS s'] },
      {
        call: 'consumersInfo',
        run: (db) => db.stream('s').consumersInfo('g'),
        sends: ['XINFO CONSUMERS s g'],
      },
      { call: 'setId', run: (db) => db.stream('s').setId('9-9'), sends: ['XSETID s 9-9'] },
      { call: 'expire', run: (db) => db.stream('s').expire(60), sends: ['EXPIRE s 60'] },
      { call: 'expire without a time', run: (db) => db.stream('s').expire(), sends: ['PERSIST s'] },
      { call: 'clear', run: (db) => db.stream('s').clear(), sends: ['DEL s'] },
    ],
  ],
  [
    'a consumer group',
    [
      {
        call: 'create on missing and present keys',
        run: (db) => db.consumerGroup('h', { s: '$', new: '0-0' }).create(),
        sends: [
          'EXISTS s',
          'TYPE s',
          'EXISTS new',
          "XADD new 0-1 '' ''",
          'XDEL new 0-1',
          'XGROUP CREATE s h $',
          'XGROUP CREATE new h 0-0',
        ],
      },
      {
        call: 'create with makeStream',
        run: (db) =>
          db.consumerGroup('h', 'new').create({ ensureKeysExist: false, makeStream: true }),
        sends: ['XGROUP CREATE new h 0-0 MKSTREAM'],
      },
      {
        call: 'read',
        run: (db) => db.consumerGroup('g', ['s', 't']).read(),
        sends: ['XREADGROUP GROUP g g.c1 STREAMS s t > >'],
      },
      {
        call: 'read with everything',
        run: (db) =>
          db
            .consumerGroup('g', ['s', 't'])
            .read({ count: 2, block: 1, consumer: 'me', noAck: true }),
        sends: ['XREADGROUP GROUP g me COUNT 2 BLOCK 1 NOACK STREAMS s t > >'],
      },
      {
        call: 'read with claimIdle',
        run: (db) => db.consumerGroup('g', ['s']).read({ claimIdle: 1000 }),
        sends: ['XREADGROUP GROUP g g.c1 CLAIM 1000 STREAMS s >'],
        since: '8.4',
      },
      {
        call: 'setId',
        run: (db) => db.consumerGroup('g', ['s', 't']).setId(),
        sends: ['XGROUP SETID s g $', 'XGROUP SETID t g $'],
      },
      {
        call: 'reset',
        run: (db) => db.consumerGroup('g', ['s', 't']).reset(),
        sends: ['XGROUP SETID s g 0-0', 'XGROUP SETID t g 0-0'],
      },
      {
        call: 'destroy',
        run: (db) => db.consumerGroup('g', ['s', 't']).destroy(),
        sends: ['XGROUP DESTROY s g', 'XGROUP DESTROY t g'],
      },
      {
        call: 'streamInfo',
        run: (db) => db.consumerGroup('g', ['s', 't']).streamInfo(),
        sends: ['XINFO STREAM s', 'XINFO STREAM t'],
      },
      {
        call: 'consumer',
        run: async (db) => db.consumerGroup('g', 's').consumer('c2'),
        sends: [],
      },
    ],
  ],
  [
    'a stream of a group',
    [
      {
        call: 'read',
        run: (db) => db.consumerGroup('g', 's').s.read(),
        sends: ['XREADGROUP GROUP g g.c1 STREAMS s >'],
      },
      {
        call: 'read with everything',
        run: (db) =>
          db.consumerGroup('g', 's').consumer('c2').s.read({ count: 1, block: 1, noAck: true }),
        sends: ['XREADGROUP GROUP g c2 COUNT 1 BLOCK 1 NOACK STREAMS s >'],
      },
      {
        call: 'read the own pending entries',
        run: (db) => db.consumerGroup('g', 's').s.read({ lastId: '0-0' }),
        sends: ['XREADGROUP GROUP g g.c1 STREAMS s 0-0'],
      },
      {
        call: 'ack',
        run: (db) => db.consumerGroup('g', 's').s.ack('1-1', '2-1'),
        sends: ['XACK s g 1-1 2-1'],
      },
      {
        call: 'ackAndDelete',
        run: (db) =>
          db.consumerGroup('g', 's').s.ackAndDelete(['1-1'], { references: 'acknowledged' }),
        sends: ['XACKDEL s g ACKED IDS 1 1-1'],
        since: '8.2',
      },
      {
        call: 'claim',
        run: (db) => db.consumerGroup('g', 's').s.claim('1-1'),
        sends: ['XCLAIM s g g.c1 0 1-1'],
      },
      {
        call: 'claim with everything',
        run: (db) =>
          db.consumerGroup('g', 's').s.claim(['1-1', '2-1'], {
            minIdleTime: 5,
            idle: 6,
            retryCount: 7,
            force: true,
            justId: true,
          }),
        sends: ['XCLAIM s g g.c1 5 1-1 2-1 IDLE 6 RETRYCOUNT 7 FORCE JUSTID'],
      },
      {
        call: 'claim with a time',
        run: (db) => db.consumerGroup('g', 's').s.claim('1-1', { time: day }),
        sends: ['XCLAIM s g g.c1 0 1-1 TIME 1514764800000'],
      },
      {
        call: 'autoclaim',
        run: (db) => db.consumerGroup('g', 's').s.autoclaim({ minIdleTime: 5 }),
        sends: ['XAUTOCLAIM s g g.c1 5 0-0'],
      },
      {
        call: 'autoclaim with everything',
        run: (db) =>
          db
            .consumerGroup('g', 's')
            .s.autoclaim({ minIdleTime: 5, start: '1-0', count: 3, justId: true, consumer: 'c2' }),
        sends: ['XAUTOCLAIM s g c2 5 1-0 COUNT 3 JUSTID'],
      },
      {
        call: 'pending',
        run: (db) => db.consumerGroup('g', 's').s.pending(),
        sends: ['XPENDING s g - + 1000'],
      },
      {
        call: 'pending with everything',
        run: (db) =>
          db
            .consumerGroup('g', 's')
            .s.pending({ start: '(1-1', end: '2-1', count: 0, consumer: 'c', idle: 9 }),
        sends: ['XPENDING s g IDLE 9 (1-1 2-1 0 c'],
      },
      {
        call: 'pendingSummary',
        run: (db) => db.consumerGroup('g', 's').s.pendingSummary(),
        sends: ['XPENDING s g'],
      },
      {
        call: 'setId',
        run: (db) => db.consumerGroup('g', 's').s.setId(),
        sends: ['XGROUP SETID s g $'],
      },
      {
        call: 'createConsumer',
        run: (db) => db.consumerGroup('g', 's').s.createConsumer(),
        sends: ['XGROUP CREATECONSUMER s g g.c1'],
      },
      {
        call: 'deleteConsumer',
        run: (db) => db.consumerGroup('g', 's').s.deleteConsumer('c2'),
        sends: ['XGROUP DELCONSUMER s g c2'],
      },
      {
        call: 'consumersInfo',
        run: (db) => db.consumerGroup('g', 's').s.consumersInfo(),
        sends: ['XINFO CONSUMERS s g'],
      },
    ],
  ],
  [
    'a time series',
    [
      {
        call: 'create with a moment to start from',
        run: (db) => db.timeSeries('h', { s1: day }).create({ ensureKeysExist: false }),
        sends: [`XGROUP CREATE s1 h ${dayId}`],
      },
      {
        call: 'read',
        run: (db) => db.timeSeries('ts', ['s1', 's2']).read({ count: 2, block: 1 }),
        sends: ['XREADGROUP GROUP ts ts.c1 COUNT 2 BLOCK 1 STREAMS s1 s2 > >'],
      },
      {
        call: 'setId',
        run: (db) => db.timeSeries('ts', ['s1', 's2']).setId([day, 3]),
        sends: ['XGROUP SETID s1 ts 1514764800000-3', 'XGROUP SETID s2 ts 1514764800000-3'],
      },
      {
        call: 'add',
        run: (db) => db.timeSeries('ts', 's1').s1.add({ a: 'b' }, { id: day, maxLength: 9 }),
        sends: [`XADD s1 MAXLEN ~ 9 ${dayId} a b`],
      },
      {
        call: 'add now',
        run: (db) => db.timeSeries('ts', 's1').s1.add({ a: 'b' }),
        sends: ['XADD s1 * a b'],
      },
      {
        call: 'get',
        run: (db) => db.timeSeries('ts', 's1').s1.get([day, 1]),
        sends: ['XRANGE s1 1514764800000-1 1514764800000-1 COUNT 1'],
      },
      {
        call: 'range',
        run: (db) => db.timeSeries('ts', 's1').s1.range(day, '+', { count: 3 }),
        sends: [`XRANGE s1 ${dayId} + COUNT 3`],
      },
      {
        call: 'reverseRange',
        run: (db) => db.timeSeries('ts', 's1').s1.reverseRange('+', day),
        sends: [`XREVRANGE s1 + ${dayId}`],
      },
      {
        call: 'delete',
        run: (db) => db.timeSeries('ts', 's1').s1.delete([day, 1], day),
        sends: [`XDEL s1 1514764800000-1 ${dayId}`],
      },
      {
        call: 'ack',
        run: (db) => db.timeSeries('ts', 's1').s1.ack(day, [day, 1]),
        sends: [`XACK s1 ts ${dayId} 1514764800000-1`],
      },
      {
        call: 'claim a pair',
        run: (db) => db.timeSeries('ts', 's1').s1.claim([day, 1], { minIdleTime: 4 }),
        sends: ['XCLAIM s1 ts ts.c1 4 1514764800000-1'],
      },
      {
        call: 'claim a list',
        run: (db) => db.timeSeries('ts', 's1').s1.claim([day, [day, 1]]),
        sends: [`XCLAIM s1 ts ts.c1 0 ${dayId} 1514764800000-1`],
      },
      {
        call: 'autoclaim',
        run: (db) => db.timeSeries('ts', 's1').s1.autoclaim({ minIdleTime: 1, start: day }),
        sends: [`XAUTOCLAIM s1 ts ts.c1 1 ${dayId}`],
      },
      {
        call: 'pending',
        run: (db) => db.timeSeries('ts', 's1').s1.pending({ start: day, idle: 5 }),
        sends: [`XPENDING s1 ts IDLE 5 ${dayId} + 1000`],
      },
      {
        call: 'trim',
        run: (db) => db.timeSeries('ts', 's1').s1.trim({ minId: day, approximate: false }),
        sends: [`XTRIM s1 MINID ${dayId}`],
      },
      {
        call: 'read the own pending messages',
        run: (db) => db.timeSeries('ts', 's1').s1.read({ lastId: day }),
        sends: [`XREADGROUP GROUP ts ts.c1 STREAMS s1 ${dayId}`],
      },
    ],
  ],
])('What %s sends', (_subject, rows) => {
  it.each(rows)('is right for $call', async ({ run, sends, since }) => {
    await prepare();
    const refused = since !== undefined && isOlder(bench.redis.version, since);
    if (refused) await expect(run(bench.db)).rejects.toThrow(`needs Redis ${since}`);
    else await run(bench.db);
    const asked = refused ? [...sends, 'INFO server'] : sends;
    expect(bench.proxy.take()).toEqual(asked.map(words));
  });
});
