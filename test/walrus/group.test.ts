import { describe, expect, it } from 'vitest';
import { ConsumerGroup, ConsumerGroupStream, isDeleted, Stream } from '../../walrus/index.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();
const group = () => bench.db.consumerGroup('cg-abc', ['stream-a', 'stream-b', 'stream-c']);

async function fill(): Promise<void> {
  await group().create();
  await group().stream_a.add({ message: 'to a' }, { id: '1-0' });
  await group().stream_b.add({ message: 'to b' }, { id: '1-0' });
  for (let n = 1; n <= 10; n += 1) await group().stream_c.add({ n }, { id: `${n}-0` });
}

describe('A consumer group', () => {
  it('has its streams by key and as attributes', () => {
    expect(group().name).toBe('cg-abc');
    expect(group().consumerName).toBe('cg-abc.c1');
    expect(group().keys).toEqual({ 'stream-a': '0-0', 'stream-b': '0-0', 'stream-c': '0-0' });
    expect(Object.keys(group().streams)).toEqual(['stream-a', 'stream-b', 'stream-c']);
    expect(group()).toBeInstanceOf(ConsumerGroup);
    expect(group().stream_a).toBeInstanceOf(ConsumerGroupStream);
    expect(group().stream_a).toBeInstanceOf(Stream);
    const same = group();
    expect(same.stream_a).toBe(same.streams['stream-a']);
  });

  it('is made once, together with missing keys', async () => {
    await bench.direct.stream('stream-b').add({ n: 1 });
    const made = { 'stream-a': true, 'stream-b': true, 'stream-c': true };
    const kept = { 'stream-a': false, 'stream-b': false, 'stream-c': false };
    expect(await group().create()).toEqual(made);
    expect(await group().create()).toEqual(kept);
    expect(await bench.db.stream('stream-a').info()).toMatchObject({
      length: 0,
      'last-generated-id': '0-1',
      groups: 1,
    });
  });

  it('is made by several workers at the same time', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => group().create()));
    for (const key of ['stream-a', 'stream-b', 'stream-c'] as const) {
      expect(results.filter((result) => result[key])).toHaveLength(1);
    }
  });

  it('starts where its keys say', async () => {
    await bench.db.stream('old').add({ n: 1 }, { id: '1-0' });
    await bench.db.stream('half').add({ n: 1 }, { id: '1-0' });
    await bench.db.stream('half').add({ n: 2 }, { id: '2-0' });
    const late = bench.db.consumerGroup('late', { old: '$', half: '1-0' });
    await late.create();
    expect(await late.read()).toEqual([
      { name: 'half', messages: [{ id: '2-0', message: { n: '2' } }] },
    ]);
  });

  it('reads each entry once, count by stream, and nothing as an empty list', async () => {
    await fill();
    const first = await group().read({ count: 2 });
    expect(first.map(({ name, messages }) => [name, messages.length])).toEqual([
      ['stream-a', 1],
      ['stream-b', 1],
      ['stream-c', 2],
    ]);
    const second = await group().consumer('c2').read({ count: 20 });
    expect(second.map(({ name, messages }) => [name, messages.length])).toEqual([['stream-c', 8]]);
    expect(await group().read()).toEqual([]);
  });

  it('reads for another consumer, once, or without remembering who got it', async () => {
    await fill();
    await group().read({ count: 1, consumer: 'someone' });
    await group().read({ count: 1, noAck: true });
    expect((await group().stream_c.pending()).map(({ consumer }) => consumer)).toEqual(['someone']);
  });

  it('skips everything with setId, and starts over with reset', async () => {
    await fill();
    const all = { 'stream-a': 'OK', 'stream-b': 'OK', 'stream-c': 'OK' };
    expect(await group().setId()).toEqual(all);
    expect(await group().read()).toEqual([]);
    expect(await group().reset()).toEqual(all);
    expect(await group().read()).toHaveLength(3);
  });

  it('is destroyed and leaves the entries', async () => {
    await fill();
    const yes = { 'stream-a': true, 'stream-b': true, 'stream-c': true };
    const no = { 'stream-a': false, 'stream-b': false, 'stream-c': false };
    expect(await group().destroy()).toEqual(yes);
    expect(await group().destroy()).toEqual(no);
    expect(await bench.db.stream('stream-c').length()).toBe(10);
  });

  it('tells about each stream', async () => {
    await fill();
    const info = await group().streamInfo();
    expect(info['stream-c'].length).toBe(10);
  });
});

describe('A stream of a group', () => {
  it('lists what was delivered, and acknowledges it', async () => {
    await fill();
    await group().stream_c.read({ count: 3 });
    const pending = await group().stream_c.pending();
    expect(pending).toMatchObject([
      { id: '1-0', consumer: 'cg-abc.c1', deliveriesCounter: 1 },
      { id: '2-0', consumer: 'cg-abc.c1', deliveriesCounter: 1 },
      { id: '3-0', consumer: 'cg-abc.c1', deliveriesCounter: 1 },
    ]);
    expect(await group().stream_c.ack(...pending)).toBe(3);
    expect(await group().stream_c.ack('1-0')).toBe(0);
    expect(await group().stream_c.pending()).toEqual([]);
    expect(await group().stream_c.length()).toBe(10);
  });

  it('narrows the pending entries by id, count, consumer and idle time', async () => {
    await fill();
    await group().stream_c.read({ count: 2 });
    await group().consumer('c2').stream_c.read({ count: 2 });
    const ids = async (options: Parameters<ConsumerGroupStream['pending']>[0]) =>
      (await group().stream_c.pending(options)).map(({ id }) => id);
    expect(await ids({ start: '(1-0', end: '3-0' })).toEqual(['2-0', '3-0']);
    expect(await ids({ count: 1 })).toEqual(['1-0']);
    expect(await ids({ count: 0 })).toEqual([]);
    expect(await ids({ consumer: 'c2' })).toEqual(['3-0', '4-0']);
    expect(await ids({ consumer: 'nobody' })).toEqual([]);
    expect(await ids({ idle: 3_600_000 })).toEqual([]);
  });

  it('sums up the pending entries', async () => {
    await group().create();
    expect(await group().stream_c.pendingSummary()).toEqual({
      pending: 0,
      firstId: null,
      lastId: null,
      consumers: [],
    });
    await fill();
    await group().stream_c.read({ count: 2 });
    await group().consumer('c2').stream_c.read({ count: 1 });
    expect(await group().stream_c.pendingSummary()).toEqual({
      pending: 3,
      firstId: '1-0',
      lastId: '3-0',
      consumers: [
        { name: 'c2', pending: 1, deliveriesCounter: 1 },
        { name: 'cg-abc.c1', pending: 2, deliveriesCounter: 2 },
      ],
    });
  });

  it('reads its own pending entries again, each time as another delivery', async () => {
    await fill();
    await group().stream_c.read({ count: 2 });
    const again = await group().stream_c.read({ lastId: '1-0' });
    expect(again.map(({ id }) => id)).toEqual(['2-0']);
    expect(await group().consumer('c2').stream_c.read({ lastId: '0-0' })).toEqual([]);
    expect(await group().stream_c.pending({ start: '2-0' })).toMatchObject([
      { deliveriesCounter: 2 },
    ]);
  });

  it('reads a pending entry that was deleted as one without fields', async () => {
    await fill();
    await group().stream_c.read({ count: 2 });
    await group().stream_c.delete('1-0');
    const again = await group().stream_c.read({ lastId: '0-0' });
    expect(again).toEqual([
      { id: '1-0', message: {} },
      { id: '2-0', message: { n: '2' } },
    ]);
    expect(again.map(isDeleted)).toEqual([true, false]);
  });

  it('claims what another consumer holds', async () => {
    await fill();
    await group().stream_c.read({ count: 2 });
    const other = group().consumer('c2').stream_c;
    expect(await other.claim(['1-0', '9-0'])).toEqual([{ id: '1-0', message: { n: '1' } }]);
    expect(await other.claim('2-0', { minIdleTime: 3_600_000 })).toEqual([]);
    expect(await other.claim('1-0', { justId: true })).toEqual(['1-0']);
    expect(await other.pending({ consumer: 'c2' })).toMatchObject([
      { id: '1-0', deliveriesCounter: 2 },
    ]);
  });

  it('claims with every option', async () => {
    await fill();
    const { stream_c } = group();
    await stream_c.claim('5-0', { force: true, retryCount: 7, idle: 60_000 });
    await stream_c.claim('6-0', { force: true, time: new Date(0), justId: true });
    const [five, six] = await stream_c.pending();
    expect(five).toMatchObject({ id: '5-0', deliveriesCounter: 7 });
    expect(five?.millisecondsSinceLastDelivery).toBeGreaterThanOrEqual(60_000);
    expect(six?.millisecondsSinceLastDelivery).toBeGreaterThan(1e12);
  });

  it('drops a deleted entry from the pending list when it is claimed', async () => {
    await fill();
    await group().stream_c.read({ count: 2 });
    await group().stream_c.delete('1-0', '2-0');
    expect(await group().stream_c.claim('1-0')).toEqual([]);
    expect(await group().stream_c.autoclaim({ minIdleTime: 0 })).toEqual({
      nextId: '0-0',
      messages: [],
      deletedIds: ['2-0'],
    });
    expect(await group().stream_c.pending()).toEqual([]);
  });

  it('takes over a part of the pending entries at a time', async () => {
    await fill();
    await group().stream_c.read({ count: 3 });
    const other = group().consumer('c2').stream_c;
    const first = await other.autoclaim({ minIdleTime: 0, count: 2 });
    expect(first.messages.map(({ id }) => id)).toEqual(['1-0', '2-0']);
    expect(first.nextId).toBe('3-0');
    const rest = await other.autoclaim({ minIdleTime: 0, start: first.nextId, justId: true });
    expect(rest).toEqual({ nextId: '0-0', messages: ['3-0'], deletedIds: [] });
    expect(await other.autoclaim({ minIdleTime: 3_600_000 })).toMatchObject({ messages: [] });
    await other.autoclaim({ minIdleTime: 0, consumer: 'c3' });
    expect((await other.pendingSummary()).consumers.map(({ name }) => name)).toEqual(['c3']);
  });

  it('knows, makes and removes consumers', async () => {
    await fill();
    expect(await group().stream_c.createConsumer()).toBe(1);
    expect(await group().stream_c.createConsumer()).toBe(0);
    expect(await group().stream_c.createConsumer('c2')).toBe(1);
    await group().consumer('c2').stream_c.read({ count: 2 });
    expect((await group().stream_c.consumersInfo()).map(({ name }) => name)).toEqual([
      'c2',
      'cg-abc.c1',
    ]);
    expect(await group().stream_c.deleteConsumer('c2')).toBe(2);
    expect(await group().stream_c.deleteConsumer()).toBe(0);
    expect(await group().stream_c.deleteConsumer('nobody')).toBe(0);
  });

  it('moves where the group reads this stream, and no other', async () => {
    await fill();
    expect(await group().stream_c.setId('9-0')).toBe('OK');
    const read = await group().read();
    expect(read.map(({ name, messages }) => [name, messages.length])).toEqual([
      ['stream-a', 1],
      ['stream-b', 1],
      ['stream-c', 1],
    ]);
  });
});
