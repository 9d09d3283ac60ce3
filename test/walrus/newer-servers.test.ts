import { ErrorReply } from 'redis';
import { describe, expect, it } from 'vitest';
import { isOlder } from '../../walrus/connection/needs-redis.ts';
import { NeedsRedisError } from '../../walrus/index.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();

interface Row {
  name: string;
  since: string;
  run: () => Promise<unknown>;
  /** What a server that can do it answers. */
  result: unknown;
}

const stream = () => bench.db.stream('s');
const own = () => bench.db.consumerGroup('g', 's').s;
const entry = { id: '1-0', message: { n: '1' } };

/** Of what came to Redis after 7.2, Valkey has only `lastId: '+'`, since 8.0. */
const has = (since: string) =>
  bench.redis.product === 'Redis'
    ? !isOlder(bench.redis.version, since)
    : since === '7.4' && !isOlder(bench.redis.version, '8.0');
const serverName = () =>
  bench.redis.product === 'Redis' ? bench.redis.version : `Valkey ${bench.redis.version}`;

async function prepare(): Promise<void> {
  await stream().add({ n: 1 }, { id: '1-0' });
  await stream().add({ n: 2 }, { id: '2-0' });
  await bench.db.consumerGroup('g', 's').create();
  await own().read({ count: 1 });
}

describe('What only newer servers can do', () => {
  it.each<Row>([
    {
      name: "lastId: '+'",
      since: '7.4',
      run: () => stream().read({ lastId: '+' }),
      result: [{ id: '2-0', message: { n: '2' } }],
    },
    {
      name: 'deleteEntries',
      since: '8.2',
      run: () => stream().deleteEntries(['1-0', '9-0'], { references: 'delete' }),
      result: [1, -1],
    },
    {
      name: 'deleteEntries',
      since: '8.2',
      run: () => stream().deleteEntries(['1-0'], { references: 'acknowledged' }),
      result: [2],
    },
    {
      name: 'ackAndDelete',
      since: '8.2',
      run: () => own().ackAndDelete(['1-0', '9-0']),
      result: [1, -1],
    },
    {
      name: "references: 'acknowledged'",
      since: '8.2',
      run: () => stream().trim({ maxLength: 0, approximate: false, references: 'acknowledged' }),
      result: 0,
    },
    {
      name: "references: 'keep'",
      since: '8.2',
      run: () => stream().add({ n: 3 }, { id: '3-0', maxLength: 9, references: 'keep' }),
      result: '3-0',
    },
    {
      name: 'claimIdle',
      since: '8.4',
      run: () => own().read({ claimIdle: 0, count: 1 }),
      result: [{ ...entry, millisElapsedFromDelivery: expect.any(Number), deliveriesCounter: 1 }],
    },
  ])('works from Redis $since on, and names that version before: $name', async (row) => {
    await prepare();
    if (has(row.since)) {
      expect(await row.run()).toEqual(row.result);
      return;
    }
    const error: unknown = await row.run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NeedsRedisError);
    expect(error).toMatchObject({
      message: `${row.name} needs Redis ${row.since}; this server is ${serverName()}.`,
      cause: expect.any(ErrorReply),
    });
  });

  it('works the same for a read that waits', async () => {
    await prepare();
    const read = own().read({ claimIdle: 3_600_000, block: 1, count: 1 });
    if (has('8.4')) expect(await read).toMatchObject([{ id: '2-0', deliveriesCounter: 0 }]);
    else await expect(read).rejects.toThrow(NeedsRedisError);
  });
});
