import { describe, expect, it } from 'vitest';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();
const stream = () => bench.db.stream('s');

async function addThree(): Promise<void> {
  for (const n of [1, 2, 3]) await stream().add({ n }, { id: `${n}-0` });
}

describe('A stream', () => {
  it('gives every new entry an id of its own', async () => {
    const first = await stream().add({ message: 'one' });
    const second = await stream().add({ message: 'two' });
    expect(first).toMatch(/^\d+-\d+$/);
    expect(second).not.toBe(first);
    expect(await stream().get(second)).toEqual({ id: second, message: { message: 'two' } });
  });

  it('accepts text, numbers, bigints, Dates and bytes as values', async () => {
    const id = await stream().add({
      text: 'é',
      number: 1.5,
      big: 2n ** 64n,
      date: new Date(0),
      buffer: Buffer.from('buffer'),
      bytes: new Uint8Array([104, 105]),
    });
    expect((await stream().get(id))?.message).toEqual({
      text: 'é',
      number: '1.5',
      big: '18446744073709551616',
      date: '1970-01-01T00:00:00.000Z',
      buffer: 'buffer',
      bytes: 'hi',
    });
  });

  it('takes an id from anything that has one', async () => {
    await addThree();
    const [first] = await stream().range();
    expect(await stream().get(first ?? '')).toEqual(first);
    expect(await stream().delete(first ?? '')).toBe(1);
  });

  it('finds an entry by an id without its sequence, and null where there is none', async () => {
    await addThree();
    expect((await stream().get('3'))?.id).toBe('3-0');
    expect(await stream().get('9-9')).toBeNull();
    expect(await bench.db.stream('missing').get('1-0')).toBeNull();
  });

  it('includes both ends of a range, and leaves out an end with a bracket', async () => {
    await addThree();
    const ids = async (start?: string, end?: string, count?: number) =>
      (await stream().range(start, end, { count })).map((entry) => entry.id);
    expect(await ids()).toEqual(['1-0', '2-0', '3-0']);
    expect(await ids('1-0', '2-0')).toEqual(['1-0', '2-0']);
    expect(await ids('(1-0')).toEqual(['2-0', '3-0']);
    expect(await ids('-', '+', 2)).toEqual(['1-0', '2-0']);
    expect(await ids('3-0', '1-0')).toEqual([]);
  });

  it('does not take the bound 0 for no bound', async () => {
    await addThree();
    expect(await stream().range('-', '0')).toEqual([]);
    expect(await stream().range('0')).toHaveLength(3);
  });

  it('reads backwards from the high end', async () => {
    await addThree();
    expect((await stream().reverseRange()).map(({ id }) => id)).toEqual(['3-0', '2-0', '1-0']);
    expect((await stream().reverseRange('2-0', '1-0', { count: 1 })).map(({ id }) => id)).toEqual([
      '2-0',
    ]);
  });

  it('stops fetching pages when a loop is left early', async () => {
    await addThree();
    bench.proxy.take();
    for await (const entry of stream().entries({ pageSize: 1 })) {
      if (entry.id === '1-0') break;
    }
    expect(bench.proxy.take()).toEqual([['XRANGE', 's', '-', '+', 'COUNT', '1']]);
  });

  it('deletes entries, tells how many there were, and stays when empty', async () => {
    await addThree();
    expect(await stream().delete('1-0', '9-9')).toBe(1);
    expect(await stream().length()).toBe(2);
    expect(await stream().delete('2-0', '3-0')).toBe(2);
    expect(await stream().length()).toBe(0);
    expect(await bench.direct.client.exists('s')).toBe(1);
    expect(await bench.db.stream('missing').length()).toBe(0);
  });

  it('trims whole nodes approximately, then exactly', async () => {
    await Promise.all(Array.from({ length: 1000 }, (_, n) => stream().add({ n })));
    const removed = await stream().trim({ maxLength: 10 });
    const left = await stream().length();
    expect(removed + left).toBe(1000);
    expect(left).toBeGreaterThanOrEqual(10);
    expect(await stream().trim({ maxLength: 10, approximate: false })).toBe(left - 10);
    expect(await stream().length()).toBe(10);
  });

  it('trims by id', async () => {
    await addThree();
    expect(await stream().trim({ minId: '3-0', approximate: false })).toBe(2);
    expect((await stream().range()).map(({ id }) => id)).toEqual(['3-0']);
  });

  it('keeps no more than maxLength while adding', async () => {
    await addThree();
    await stream().add({ n: 4 }, { id: '4-0', maxLength: 2, approximate: false });
    expect((await stream().range()).map(({ id }) => id)).toEqual(['3-0', '4-0']);
  });

  it('does not make a stream that is not wanted', async () => {
    expect(await stream().add({ n: 1 }, { noMakeStream: true })).toBeNull();
    expect(await bench.direct.client.exists('s')).toBe(0);
  });

  it('reads after the last id, which is exclusive, and remembers nothing', async () => {
    await addThree();
    expect(await stream().read()).toHaveLength(3);
    expect(await stream().read()).toHaveLength(3);
    expect((await stream().read({ lastId: '1-0', count: 1 })).map(({ id }) => id)).toEqual(['2-0']);
    expect(await stream().read({ lastId: '3-0' })).toEqual([]);
    expect(await stream().read({ lastId: '$' })).toEqual([]);
    expect(await bench.db.stream('missing').read()).toEqual([]);
  });

  it('tells about itself', async () => {
    await addThree();
    await bench.db.consumerGroup('g', 's').create();
    await bench.db.consumerGroup('g', 's').s.read({ count: 1 });
    const info = await stream().info();
    expect(info).toMatchObject({ length: 3, groups: 1, 'last-generated-id': '3-0' });
    expect(info['first-entry']).toEqual({ id: '1-0', message: { n: '1' } });
    expect(await stream().groupsInfo()).toMatchObject([
      { name: 'g', consumers: 1, pending: 1, 'last-delivered-id': '1-0' },
    ]);
    expect(await stream().consumersInfo('g')).toMatchObject([{ name: 'g.c1', pending: 1 }]);
  });

  it('has no first and last entry in the info of an empty stream', async () => {
    await addThree();
    await stream().delete('1-0', '2-0', '3-0');
    expect(await stream().info()).toMatchObject({ 'first-entry': null, 'last-entry': null });
  });

  it('shows all of itself in one snapshot, which changes nothing', async () => {
    await addThree();
    const group = bench.db.consumerGroup('g', 's');
    await group.create();
    await group.s.read({ count: 2 });
    await group.consumer('c2').s.claim('1-0');
    const before = Date.now();
    const snapshot = await stream().snapshot();
    expect(snapshot).toMatchObject({ length: 3, lastGeneratedId: '3-0' });
    expect(snapshot.entries.map(({ id }) => id)).toEqual(['1-0', '2-0', '3-0']);
    expect(snapshot.groups).toMatchObject([{ name: 'g', lastDeliveredId: '2-0', pendingCount: 2 }]);
    const [own] = snapshot.groups;
    expect(own?.pending).toMatchObject([
      { id: '1-0', consumer: 'c2', deliveriesCounter: 2 },
      { id: '2-0', consumer: 'g.c1', deliveriesCounter: 1 },
    ]);
    expect(own?.consumers).toMatchObject([
      { name: 'c2', pendingCount: 1, pending: [{ id: '1-0', consumer: 'c2' }] },
      { name: 'g.c1', pendingCount: 1, pending: [{ id: '2-0', consumer: 'g.c1' }] },
    ]);
    expect(Math.abs(before - (own?.pending[0]?.deliveredAt.getTime() ?? 0))).toBeLessThan(60_000);
    expect(await stream().snapshot()).toEqual(snapshot);
    expect((await stream().snapshot({ count: 1 })).entries).toHaveLength(1);
  });

  it('moves its last id, expires, persists and clears', async () => {
    await addThree();
    expect(await stream().setId('9-0')).toBe('OK');
    await expect(stream().add({ n: 4 }, { id: '8-0' })).rejects.toThrow('equal or smaller');
    expect(await stream().expire(60)).toBe(1);
    expect(await bench.direct.client.ttl('s')).toBeGreaterThan(0);
    expect(await stream().expire()).toBe(1);
    expect(await bench.direct.client.ttl('s')).toBe(-1);
    expect(await stream().clear()).toBe(1);
    expect(await stream().clear()).toBe(0);
  });

  it('keeps ids beyond 2^53 exactly', async () => {
    const id = '18446744073709551615-18446744073709551614';
    await stream().add({ n: 1 }, { id });
    expect((await stream().range()).map((entry) => entry.id)).toEqual([id]);
  });
});
