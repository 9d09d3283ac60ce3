import { createClient, RESP_TYPES } from 'redis';
import { describe, expect, it } from 'vitest';
import { type AnyClient, Database, fieldsOf } from '../../walrus/index.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();

describe.each([2, 3] as const)('The fields of an entry, over RESP %i,', (RESP) => {
  /** Runs the test on a client that speaks this protocol. */
  async function withDatabase(
    test: (db: Database<AnyClient>) => Promise<void>,
    commandOptions = {},
  ): Promise<void> {
    const client = createClient({ url: bench.redis.url, RESP, commandOptions });
    await client.connect();
    try {
      await test(new Database<AnyClient>(client));
    } finally {
      client.destroy();
    }
  }

  it('keep their order, also with integer-like names', () =>
    withDatabase(async (db) => {
      const pairs: [string, string][] = [
        ['b', '1'],
        ['10', '2'],
        ['a', '3'],
        ['9', '4'],
      ];
      const id = await db.stream('s').add(pairs);
      const [entry] = await db.stream('s').range();
      expect(Object.entries(entry?.message ?? {})).toEqual(pairs);
      expect(JSON.stringify(entry)).toBe(
        `{"id":"${id}","message":{"b":"1","10":"2","a":"3","9":"4"}}`,
      );
      expect(entry && fieldsOf(entry)).toEqual(pairs);
    }));

  it('may be called __proto__, constructor or toString', () =>
    withDatabase(async (db) => {
      await db.stream('s').add([
        ['__proto__', 'p'],
        ['constructor', 'c'],
        ['toString', 't'],
      ]);
      const [entry] = await db.stream('s').read();
      expect(Object.entries(entry?.message ?? {})).toEqual([
        ['__proto__', 'p'],
        ['constructor', 'c'],
        ['toString', 't'],
      ]);
      expect(Object.getPrototypeOf(entry?.message)).toBe(Object.prototype);
    }));

  it('are all told when a name is repeated', () =>
    withDatabase(async (db) => {
      const pairs: [string, string][] = [
        ['tag', 'first'],
        ['tag', 'second'],
        ['end', 'x'],
      ];
      await db.stream('s').add(pairs);
      const [entry] = await db.stream('s').range();
      expect(entry?.message).toEqual({ tag: 'second', end: 'x' });
      expect(entry && fieldsOf(entry)).toEqual(pairs);
    }));

  it('come the same way out of every read', () =>
    withDatabase(async (db) => {
      await db.stream('s').add(
        new Map([
          ['2', 'a'],
          ['1', 'b'],
        ]),
      );
      const group = db.consumerGroup('g', 's');
      await group.create();
      const [entry] = await db.stream('s').range();
      expect(Object.keys(entry?.message ?? {})).toEqual(['2', '1']);
      const reads = [
        await db.stream('s').reverseRange(),
        await db.stream('s').read(),
        (await group.read())[0]?.messages,
        await group.s.read({ lastId: '0-0' }),
        await group.s.claim(entry ?? ''),
        (await group.s.autoclaim({ minIdleTime: 0 })).messages,
        (await db.stream('s').snapshot()).entries,
        [(await db.stream('s').info())['first-entry']],
      ];
      for (const read of reads) expect(JSON.stringify(read)).toBe(JSON.stringify([entry]));
    }));

  it('come as text although the client wants Buffers and Maps', () =>
    withDatabase(
      async (db) => {
        const id = await db.stream('s').add({ a: 'b' });
        expect(await db.stream('s').read()).toEqual([{ id, message: { a: 'b' } }]);
      },
      { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer, [RESP_TYPES.MAP]: Map } },
    ));
});
