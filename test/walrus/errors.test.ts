import { ErrorReply } from 'redis';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../walrus/index.ts';
import { rejection } from './support/rejection.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();

/** What a caller without types might do: `call` gets its arguments unchecked. */
function untyped(target: object, method: string, ...args: unknown[]): Promise<unknown> {
  return Promise.resolve().then(() => Reflect.apply(Reflect.get(target, method), target, args));
}

interface Row {
  what: string;
  run: (db: Database) => Promise<unknown>;
  message: RegExp;
}

async function prepare(): Promise<void> {
  const { direct } = bench;
  await direct.stream('s').add({ k: 'v' }, { id: '5-1' });
  await direct.consumerGroup('g', 's').create();
  await direct.client.set('text', 'x');
}

describe('The server refuses, and the caller learns why:', () => {
  it.each<Row>([
    {
      what: 'an id that is not greater than the last one',
      run: (db) => db.stream('s').add({ a: 1 }, { id: '5-1' }),
      message: /equal or smaller than the target stream top item/,
    },
    {
      what: 'the id 0-0',
      run: (db) => db.stream('new').add({ a: 1 }, { id: '0-0' }),
      message: /must be greater than 0-0/,
    },
    {
      what: 'an id that is none',
      run: (db) => db.stream('s').add({ a: 1 }, { id: 'abc' }),
      message: /Invalid stream ID/,
    },
    {
      what: 'a key that holds something else',
      run: (db) => db.stream('text').add({ a: 1 }),
      message: /^WRONGTYPE/,
    },
    { what: 'an empty bound', run: (db) => db.stream('s').range(''), message: /Invalid stream ID/ },
    {
      what: 'a deletion of nothing',
      run: (db) => db.stream('s').delete(),
      message: /wrong number of arguments for 'xdel'/,
    },
    { what: 'the info of no stream', run: (db) => db.stream('no').info(), message: /no such key/ },
    {
      what: 'a snapshot of no stream',
      run: (db) => db.stream('no').snapshot(),
      message: /no such key/,
    },
    {
      what: 'the groups of no stream',
      run: (db) => db.stream('no').groupsInfo(),
      message: /no such key/,
    },
    {
      what: 'the consumers of no group',
      run: (db) => db.stream('s').consumersInfo('no'),
      message: /^NOGROUP/,
    },
    {
      what: 'a last id below the newest entry',
      run: (db) => db.stream('s').setId('1-0'),
      message: /smaller than the target stream top item/,
    },
    {
      what: 'the last id of no stream',
      run: (db) => db.stream('no').setId('1-0'),
      message: /no such key/,
    },
    {
      what: '$ as a last id',
      run: (db) => db.stream('s').setId('$'),
      message: /Invalid stream ID/,
    },
    {
      what: 'a limit on an exact trim',
      run: (db) => untyped(db.stream('s'), 'trim', { maxLength: 1, approximate: false, limit: 5 }),
      message: /LIMIT cannot be used without the special ~ option/,
    },
    {
      what: 'a group on no stream',
      run: (db) => db.consumerGroup('g', 'no').create({ ensureKeysExist: false }),
      message: /requires the key to exist/,
    },
    {
      what: 'the end of a group on no stream',
      run: (db) => db.consumerGroup('g', 'no').destroy(),
      message: /key to exist/,
    },
    {
      what: 'a read before the group was made',
      run: (db) => db.consumerGroup('no', 's').read(),
      message: /^NOGROUP/,
    },
    {
      what: 'a read of no stream',
      run: (db) => db.consumerGroup('g', 'no').no.read(),
      message: /^NOGROUP/,
    },
    {
      what: '$ as the id of a group read',
      run: (db) => db.consumerGroup('g', 's').s.read({ lastId: '$' }),
      message: /\$/,
    },
    {
      what: 'an acknowledgement of nothing',
      run: (db) => db.consumerGroup('g', 's').s.ack(),
      message: /wrong number of arguments for 'xack'/,
    },
    {
      what: 'an acknowledgement of what is no id',
      run: (db) => db.consumerGroup('g', 's').s.ack('abc'),
      message: /Invalid stream ID/,
    },
    {
      what: 'a claim in no group',
      run: (db) => db.consumerGroup('no', 's').s.claim('5-1'),
      message: /^NOGROUP/,
    },
    {
      what: 'a search for idle entries in no group',
      run: (db) => db.consumerGroup('no', 's').s.autoclaim({ minIdleTime: 0 }),
      message: /^NOGROUP/,
    },
    {
      what: 'the pending entries of no group',
      run: (db) => db.consumerGroup('no', 's').s.pending(),
      message: /^NOGROUP/,
    },
    {
      what: 'the summary of no group',
      run: (db) => db.consumerGroup('no', 's').s.pendingSummary(),
      message: /^NOGROUP/,
    },
    {
      what: 'the position of no group',
      run: (db) => db.consumerGroup('no', 's').s.setId(),
      message: /^NOGROUP/,
    },
    {
      what: 'a consumer of no group',
      run: (db) => db.consumerGroup('no', 's').s.createConsumer(),
      message: /^NOGROUP/,
    },
    {
      what: 'the removal of a consumer of no group',
      run: (db) => db.consumerGroup('no', 's').s.deleteConsumer(),
      message: /^NOGROUP/,
    },
  ])('$what', async ({ run, message }) => {
    await prepare();
    const error = await rejection(run(bench.db));
    expect(error).toBeInstanceOf(ErrorReply);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
  });

  it('nothing at all when a group or key to acknowledge in is missing', async () => {
    await prepare();
    expect(await bench.db.consumerGroup('no', 's').s.ack('5-1')).toBe(0);
    expect(await bench.db.consumerGroup('g', 'no').no.ack('5-1')).toBe(0);
  });
});

describe('The library refuses before anything is sent:', () => {
  it.each<Row & { kind?: typeof RangeError | typeof TypeError }>([
    {
      what: 'null as a value',
      run: (db) => untyped(db.stream('s'), 'add', { a: null }),
      message: /"a"/,
    },
    {
      what: 'a boolean as a value',
      run: (db) => untyped(db.stream('s'), 'add', { a: true }),
      message: /"a"/,
    },
    { what: 'no fields', run: (db) => db.stream('s').add({}), message: /at least one field/ },
    {
      what: 'text for fields',
      run: (db) => untyped(db.stream('s'), 'add', 'text'),
      message: /fields/,
    },
    {
      what: 'a negative length',
      run: (db) => db.stream('s').add({ a: 1 }, { maxLength: -1 }),
      message: /maxLength/,
      kind: RangeError,
    },
    ...[0, -1, 1.5].map((count) => ({
      what: `a count of ${count} in a range`,
      run: (db: Database) => db.stream('s').range('-', '+', { count }),
      message: /count/,
      kind: RangeError,
    })),
    {
      what: 'a count of 0 in a read',
      run: (db) => db.stream('s').read({ count: 0 }),
      message: /count/,
      kind: RangeError,
    },
    {
      what: 'a negative wait',
      run: (db) => db.stream('s').read({ block: -1 }),
      message: /block/,
      kind: RangeError,
    },
    {
      what: 'a negative wait of a group',
      run: (db) => db.consumerGroup('g', 's').read({ block: -1 }),
      message: /block/,
      kind: RangeError,
    },
    {
      what: 'a trim to nothing in particular',
      run: (db) => untyped(db.stream('s'), 'trim', {}),
      message: /maxLength or minId/,
    },
    {
      what: 'a trim by length and by id',
      run: (db) => untyped(db.stream('s'), 'trim', { maxLength: 1, minId: '1-0' }),
      message: /exclude/,
    },
    {
      what: 'a claim of nothing',
      run: (db) => db.consumerGroup('g', 's').s.claim([]),
      message: /at least one id/,
    },
    {
      what: 'a claim with two moments',
      run: (db) =>
        untyped(db.consumerGroup('g', 's').s, 'claim', '1-0', { idle: 1, time: new Date() }),
      message: /exclude/,
    },
    {
      what: 'a negative idle time',
      run: (db) => db.consumerGroup('g', 's').s.autoclaim({ minIdleTime: -1 }),
      message: /minIdleTime/,
      kind: RangeError,
    },
    {
      what: 'a Date before 1970',
      run: (db) => db.timeSeries('g', 's').s.add({ a: 1 }, { id: new Date(-1) }),
      message: /1970/,
      kind: RangeError,
    },
  ])('$what', async ({ run, message, kind = TypeError }) => {
    const error = await rejection(run(bench.db));
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
    expect(bench.proxy.take()).toEqual([]);
  });

  it('keys that clash, hide a method, or are none', () => {
    expect(() => bench.db.consumerGroup('g', ['stream-a', 'stream_a'])).toThrow(
      /both be the attribute stream_a/,
    );
    expect(() => bench.db.consumerGroup('g', ['read'])).toThrow(/would hide read/);
    expect(() => bench.db.consumerGroup('g', ['keys'])).toThrow(/would hide keys/);
    expect(() => bench.db.timeSeries('g', ['consumer'])).toThrow(/would hide consumer/);
    expect(() => bench.db.consumerGroup('g', '')).toThrow(TypeError);
    expect(() => bench.db.consumerGroup('g', [])).toThrow(TypeError);
  });
});

describe('A group on a key that holds something else', () => {
  it('is refused, the key is left as it is, and no group is made', async () => {
    await prepare();
    const group = bench.db.consumerGroup('h', ['new', 'text']);
    await expect(group.create()).rejects.toThrow(/"text" holds a string/);
    expect(await bench.direct.client.get('text')).toBe('x');
    expect(await bench.direct.stream('new').groupsInfo()).toEqual([]);
  });
});
