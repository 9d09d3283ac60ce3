import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds, type Entry, fieldsOf } from '../../walrus/index.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();
const half = fc.oneof(fc.bigInt(0n, 12n), fc.bigInt(0n, 2n ** 64n - 1n));
const id = fc
  .tuple(half, half)
  .filter(([milliseconds, sequence]) => milliseconds > 0n || sequence > 0n)
  .map(([milliseconds, sequence]) => `${milliseconds}-${sequence}`);
const ids = fc.uniqueArray(id, { maxLength: 30 }).map((list) => list.sort(compareIds));

/** A stream of its own for each run, with these entries. */
async function streamWith(list: readonly string[]) {
  const stream = bench.direct.stream('s');
  await stream.clear();
  await Promise.all(list.map((each) => stream.add({ id: each }, { id: each })));
  return stream;
}

async function collect(entries: AsyncIterable<Entry>): Promise<string[]> {
  const list: string[] = [];
  for await (const entry of entries) list.push(entry.id);
  return list;
}

describe('For any stream', () => {
  it('walking through it in pages of any size equals one big range', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 1, max: 7 }), async (list, pageSize) => {
        const stream = await streamWith(list);
        expect(await collect(stream.entries({ pageSize }))).toEqual(list);
        expect((await stream.range()).map((entry) => entry.id)).toEqual(list);
        expect((await stream.reverseRange()).map((entry) => entry.id)).toEqual(list.toReversed());
      }),
      { numRuns: 60 },
    );
  });

  it('a range holds exactly the ids between its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(ids, id, id, async (list, start, end) => {
        const stream = await streamWith(list);
        const between = list.filter(
          (each) => compareIds(start, each) <= 0 && compareIds(each, end) <= 0,
        );
        expect((await stream.range(start, end)).map((entry) => entry.id)).toEqual(between);
        expect(await collect(stream.entries({ start, end, pageSize: 2 }))).toEqual(between);
        const after = list.filter((each) => compareIds(start, each) < 0);
        expect((await stream.read({ lastId: start })).map((entry) => entry.id)).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it('the server orders ids as compareIds does', async () => {
    await fc.assert(
      fc.asyncProperty(ids, async (list) => {
        const series = bench.direct.timeSeries('ts', ['a', 'b', 'c']);
        await bench.direct.client.del(['a', 'b', 'c']);
        await series.create({ ensureKeysExist: false, makeStream: true });
        const streams = [series.a, series.b, series.c];
        for (const [at, each] of list.entries()) {
          await streams[at % 3]?.plain.add({ n: 1 }, { id: each });
        }
        expect((await series.read()).map((message) => message.id)).toEqual(list);
      }),
      { numRuns: 30 },
    );
  });

  it('fields come back as they were given, in any order and under any name', async () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '1', '0', '9'));
    const fields = fc.array(fc.tuple(name, fc.string()), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fields, async (pairs) => {
        const stream = await streamWith([]);
        await stream.add(pairs);
        const [entry] = await stream.range();
        expect(entry && fieldsOf(entry)).toEqual(pairs);
        expect(Object.entries(entry?.message ?? {})).toEqual([...new Map(pairs)]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('For any group', () => {
  it('every entry is delivered to exactly one consumer, and is pending or acknowledged', async () => {
    const step = fc.record({
      consumer: fc.constantFrom('c1', 'c2', 'c3'),
      count: fc.integer({ min: 1, max: 4 }),
      acknowledged: fc.integer({ min: 0, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 25 }), fc.array(step), async (total, steps) => {
        const stream = await streamWith([]);
        await Promise.all(Array.from({ length: total }, (_, n) => stream.add({ n })));
        const group = bench.direct.consumerGroup('g', 's');
        await group.create();
        const owners = new Map<string, string>();
        let acknowledged = 0;
        for (const { consumer, count, acknowledged: some } of steps) {
          const own = group.consumer(consumer).s;
          const entries = await own.read({ count });
          for (const entry of entries) {
            expect(owners.has(entry.id)).toBe(false);
            owners.set(entry.id, consumer);
          }
          const done = entries.slice(0, some);
          if (done.length > 0) acknowledged += await own.ack(...done);
        }
        const pending = await group.s.pending();
        for (const row of pending) expect(owners.get(row.id)).toBe(row.consumer);
        expect(pending.length + acknowledged).toBe(owners.size);
        const rest = await group.s.read();
        expect(owners.size + rest.length).toBe(total);
      }),
      { numRuns: 50 },
    );
  });
});
