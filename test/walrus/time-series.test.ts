import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Message, TimeSeries } from '../../walrus/index.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();
const series = () => bench.db.timeSeries('demo-ts', ['s1', 's2']);
const day = (n: number) => new Date(Date.UTC(2018, 0, n));

async function fill(): Promise<void> {
  await series().create();
  await series().setId();
  for (let n = 1; n <= 10; n += 1) await series().s1.add({ message: `s1-${n}` }, { id: day(n) });
  for (let n = 1; n <= 5; n += 1)
    await series().s2.add({ message: `s2-${n}` }, { id: [day(n), 1] });
}

const data = (messages: readonly Message[]) => messages.map((message) => message.data['message']);

describe('A time series', () => {
  it('is a group with typed streams', async () => {
    expect(series()).toBeInstanceOf(TimeSeries);
    expect(series().name).toBe('demo-ts');
    expect(series().consumerName).toBe('demo-ts.c1');
    expect(series().keys).toEqual({ s1: '0-0', s2: '0-0' });
    expect(series().s1.key).toBe('s1');
    expect(series().s1.group).toBe('demo-ts');
    expect(series().consumer('c2').s1.consumerName).toBe('c2');
    expect(await series().create()).toEqual({ s1: true, s2: true });
    expect((await series().streamInfo()).s2.groups).toBe(1);
  });

  it('adds at a moment, or now', async () => {
    expect(await series().s1.add({ a: 1 }, { id: day(1) })).toEqual([day(1), 0]);
    expect(await series().s1.add({ a: 1 }, { id: [day(1), 5] })).toEqual([day(1), 5]);
    const before = Date.now();
    const [moment, sequence] = await series().s1.add({ a: 1 });
    expect(Math.abs(moment.getTime() - before)).toBeLessThan(60_000);
    expect(sequence).toBe(0);
    expect(await series().s2.add({ a: 1 }, { noMakeStream: true })).toBeNull();
  });

  it('takes Dates as instants, whatever the zone of the machine', async () => {
    await series().s1.add({ a: 1 }, { id: new Date('2018-01-01T02:00:00+02:00') });
    expect((await bench.db.stream('s1').range())[0]?.id).toBe('1514764800000-0');
  });

  it('finds messages by moment', async () => {
    await fill();
    const message = await series().s1.get(day(2));
    expect(message).toBeInstanceOf(Message);
    expect(message).toMatchObject({
      stream: 's1',
      id: '1514851200000-0',
      data: { message: 's1-2' },
    });
    expect(message?.timestamp).toEqual(day(2));
    expect(message?.sequence).toBe(0);
    expect(await series().s2.get([day(2), 1])).toMatchObject({ id: '1514851200000-1' });
    expect(await series().s1.get(day(30))).toBeNull();
    expect(await series().s1.get(message ?? '')).toEqual(message);
  });

  it('ranges over moments, forwards, backwards and page by page', async () => {
    await fill();
    expect(data(await series().s1.range(day(2), '+', { count: 3 }))).toEqual([
      's1-2',
      's1-3',
      's1-4',
    ]);
    expect(data(await series().s1.range(day(9)))).toEqual(['s1-9', 's1-10']);
    expect(data(await series().s2.range(day(1), [day(2), 1]))).toEqual(['s2-1', 's2-2']);
    expect(data(await series().s1.reverseRange(day(2)))).toEqual(['s1-2', 's1-1']);
    const seen: Message[] = [];
    for await (const message of series().s1.entries({ start: day(8), pageSize: 2 }))
      seen.push(message);
    expect(data(seen)).toEqual(['s1-8', 's1-9', 's1-10']);
    const all: Message[] = [];
    for await (const message of series().s1) all.push(message);
    expect(all).toHaveLength(10);
  });

  it('reads all streams as one list in the order of time', async () => {
    await fill();
    expect(data(await series().read({ count: 2 }))).toEqual(['s1-1', 's2-1', 's1-2', 's2-2']);
    expect(data(await series().s2.read({ count: 1 }))).toEqual(['s2-3']);
    expect(data(await series().read())).toEqual([
      's1-3',
      's1-4',
      's2-4',
      's1-5',
      's2-5',
      's1-6',
      's1-7',
      's1-8',
      's1-9',
      's1-10',
    ]);
    expect(await series().read()).toEqual([]);
  });

  it('orders ids as numbers, not as text', async () => {
    await series().create();
    await series().s1.add({ message: 'ten' }, { id: '10-0' });
    await series().s1.add({ message: 'late' }, { id: '100-10' });
    await series().s2.add({ message: 'nine' }, { id: '9-0' });
    await series().s2.add({ message: 'early' }, { id: '100-2' });
    expect(data(await series().read())).toEqual(['nine', 'ten', 'early', 'late']);
  });

  it('lets messages of one moment stand in the order of the keys', async () => {
    await series().create();
    await series().s2.add({ message: 'second' }, { id: '5-0' });
    await series().s1.add({ message: 'first' }, { id: '5-0' });
    expect(data(await series().read())).toEqual(['first', 'second']);
  });

  it('acknowledges, claims and deletes by moment, pair and message', async () => {
    await fill();
    const messages = await series().s1.read({ count: 4 });
    expect(await series().s1.pending({ end: day(1) })).toMatchObject([
      { id: [day(1), 0], consumer: 'demo-ts.c1', deliveriesCounter: 1 },
    ]);
    expect(await series().s1.ack(day(1), [day(2), 0], messages[2] ?? '')).toBe(3);
    const other = series().consumer('c2');
    expect(data(await other.s1.claim(day(4)))).toEqual(['s1-4']);
    expect(data(await other.s1.claim([day(4), 0]))).toEqual(['s1-4']);
    expect(data(await series().s1.claim([[day(4), 0]]))).toEqual(['s1-4']);
    expect(await other.s1.autoclaim({ minIdleTime: 0, start: day(1) })).toMatchObject({
      nextId: '0-0',
      messages: [{ id: '1515024000000-0' }],
      deletedIds: [],
    });
    expect(data(await other.s1.read({ lastId: day(3) }))).toEqual(['s1-4']);
    expect((await series().s1.pendingSummary()).pending).toBe(1);
    // A pair is one entry of a moment, never two ids.
    expect(await series().s2.delete([day(1), 1])).toBe(1);
    expect(await series().s2.length()).toBe(4);
  });

  it('goes on after a moment', async () => {
    await fill();
    expect(await series().setId(day(9))).toEqual({ s1: 'OK', s2: 'OK' });
    expect(data(await series().read())).toEqual(['s1-10']);
    expect(await series().s1.setId([day(8), 0])).toBe('OK');
    expect(data(await series().s1.read())).toEqual(['s1-9', 's1-10']);
    await series().reset();
    expect(await series().read()).toHaveLength(15);
    expect(await series().destroy()).toEqual({ s1: true, s2: true });
  });

  it('trims at a moment and passes the rest on', async () => {
    await fill();
    expect(await series().s1.trim({ minId: day(9), approximate: false })).toBe(8);
    expect(await series().s1.trim({ maxLength: 1, approximate: false })).toBe(1);
    expect((await series().s1.info()).length).toBe(1);
    expect(await series().s1.groupsInfo()).toHaveLength(1);
    expect(await series().s1.createConsumer('c9')).toBe(1);
    expect(await series().s1.consumersInfo()).toHaveLength(1);
    expect(await series().s1.deleteConsumer('c9')).toBe(0);
    expect((await series().s1.snapshot()).groups).toHaveLength(1);
    expect(await series().s1.expire(9)).toBe(1);
    expect(await series().s1.clear()).toBe(1);
  });

  it('starts from a moment in its keys', async () => {
    await fill();
    const late = bench.db.timeSeries('late', { s1: day(9) });
    await late.create();
    expect(data(await late.read())).toEqual(['s1-10']);
  });

  it('gives ids beyond a Date exactly where text will do', async () => {
    const id = '18446744073709551615-1';
    await series().s1.plain.add({ a: 1 }, { id });
    const [message] = await series().s1.range();
    expect(message?.id).toBe(id);
    expect(Number.isNaN(message?.timestamp.getTime())).toBe(true);
    expect(await series().s1.delete(message ?? '')).toBe(1);
  });

  it('shows a message as its stream, its id and its data', async () => {
    await fill();
    const message = await series().s1.get(day(2));
    expect(inspect(message)).toBe("Message s1 1514851200000-0 { message: 's1-2' }");
  });
});
