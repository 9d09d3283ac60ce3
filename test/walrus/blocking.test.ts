import { ErrorReply } from 'redis';
import { describe, expect, it } from 'vitest';
import { Database, DatabaseClosedError } from '../../walrus/index.ts';
import { rejection } from './support/rejection.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();

/** Resolves when `count` clients wait in a blocking command, as the server sees it. */
async function untilBlocked(count: number): Promise<void> {
  for (;;) {
    const info = await bench.direct.client.info('clients');
    if (info.includes(`blocked_clients:${count}\r`)) return;
  }
}

/** The id of the client that waits in a blocking command. */
async function blockedClient(): Promise<string> {
  const list = await bench.direct.client.sendCommand<string>(['CLIENT', 'LIST']);
  return /id=(\d+) (?=[^\n]*flags=b)/.exec(list)?.[1] ?? '';
}

describe('A blocking read', () => {
  it('returns what arrives while it waits', async () => {
    const waiting = bench.db.stream('s').read({ lastId: '$', block: 0 });
    await untilBlocked(1);
    const id = await bench.direct.stream('s').add({ message: 'here' });
    expect(await waiting).toEqual([{ id, message: { message: 'here' } }]);
  });

  it('returns an empty list when its time is up', async () => {
    expect(await bench.db.stream('s').read({ lastId: '$', block: 10 })).toEqual([]);
    const group = bench.db.consumerGroup('g', 's');
    await group.create();
    expect(await group.read({ block: 10 })).toEqual([]);
    expect(await group.s.read({ block: 10 })).toEqual([]);
  });

  it('does not hold up other calls of the same Database', async () => {
    const waiting = bench.db.stream('s').read({ lastId: '$', block: 0 });
    await untilBlocked(1);
    expect(await bench.db.stream('other').add({ n: 1 })).toMatch(/-/);
    expect(await bench.db.stream('other').length()).toBe(1);
    await bench.db.stream('s').add({ n: 1 });
    expect(await waiting).toHaveLength(1);
  });

  it('uses one connection again and again', async () => {
    await bench.db.stream('s').read({ lastId: '$', block: 1 });
    const before = bench.proxy.connections();
    for (let n = 0; n < 10; n += 1) await bench.db.stream('s').read({ lastId: '$', block: 1 });
    expect(bench.proxy.connections()).toBe(before);
  });

  it('waits for a free connection when all are in use', async () => {
    await using db = await Database.connect(bench.proxy.url, { maxBlockingReads: 2 });
    const before = bench.proxy.connections();
    const reads = Array.from({ length: 5 }, () => db.stream('s').read({ block: 0 }));
    await untilBlocked(2);
    expect(bench.proxy.connections() - before).toBe(2);
    await db.stream('s').add({ n: 1 });
    expect((await Promise.all(reads)).map((read) => read.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('rejects with the reason of its signal, and its connection is gone', async () => {
    const before = bench.proxy.connections();
    const controller = new AbortController();
    const waiting = rejection(
      bench.db.stream('s').read({ block: 0, lastId: '$', signal: controller.signal }),
    );
    await untilBlocked(1);
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await waiting).toBe(reason);
    await untilBlocked(0);
    expect(bench.proxy.connections()).toBeLessThanOrEqual(before);
    expect(await bench.db.stream('s').read({ block: 1 })).toEqual([]);
  });

  it('rejects at once, and sends nothing, when its signal was aborted before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(bench.db.stream('s').read({ block: 0, signal })).rejects.toThrow('too late');
    await expect(bench.db.stream('s').read({ signal })).rejects.toThrow('too late');
    expect(bench.proxy.take()).toEqual([]);
  });

  it('can be aborted while it waits for a free connection', async () => {
    await using db = await Database.connect(bench.proxy.url, { maxBlockingReads: 1 });
    const first = db.stream('s').read({ block: 0 });
    await untilBlocked(1);
    const controller = new AbortController();
    const second = rejection(db.stream('s').read({ block: 0, signal: controller.signal }));
    controller.abort(new Error('no longer'));
    expect(await second).toMatchObject({ message: 'no longer' });
    await db.stream('s').add({ n: 1 });
    expect(await first).toHaveLength(1);
    expect(await db.stream('s').read({ block: 1, lastId: '$' })).toEqual([]);
  });

  it('is aborted by a timeout', async () => {
    const signal = AbortSignal.timeout(20);
    const waiting = bench.db.stream('s').read({ block: 0, lastId: '$', signal });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('rejects when its connection is lost, and the next one works', async () => {
    const waiting = rejection(bench.db.stream('s').read({ block: 0, lastId: '$' }));
    await untilBlocked(1);
    bench.proxy.cut();
    expect(String(await waiting)).toMatch(/closed unexpectedly/i);
    expect(await bench.db.stream('s').read({ block: 1 })).toEqual([]);
  });

  it('rejects when the server kills its connection', async () => {
    const waiting = rejection(bench.db.stream('s').read({ block: 0, lastId: '$' }));
    await untilBlocked(1);
    await bench.direct.client.sendCommand(['CLIENT', 'KILL', 'ID', await blockedClient()]);
    expect(String(await waiting)).toMatch(/closed unexpectedly/i);
    expect(await bench.db.client.ping()).toBe('PONG');
  });

  it('keeps its connection when the server answers with an error', async () => {
    await bench.direct.client.set('text', 'x');
    await bench.db.stream('s').read({ block: 1 });
    const before = bench.proxy.connections();
    await expect(bench.db.stream('text').read({ block: 1 })).rejects.toThrow(ErrorReply);
    expect(bench.proxy.connections()).toBe(before);
  });

  it('rejects when the stream or the group vanishes under it', async () => {
    const group = bench.db.consumerGroup('g', 's');
    await group.create();
    const first = rejection(group.read({ block: 0 }));
    await untilBlocked(1);
    await bench.direct.stream('s').clear();
    expect(String(await first)).toMatch(/UNBLOCKED|NOGROUP/);
    await group.create();
    const second = rejection(group.s.read({ block: 0 }));
    await untilBlocked(1);
    await bench.direct.consumerGroup('g', 's').destroy();
    expect(String(await second)).toContain('NOGROUP');
  });

  it('rejects when somebody unblocks it with an error', async () => {
    const waiting = rejection(bench.db.stream('s').read({ block: 0, lastId: '$' }));
    await untilBlocked(1);
    await bench.direct.client.sendCommand(['CLIENT', 'UNBLOCK', await blockedClient(), 'ERROR']);
    expect(String(await waiting)).toContain('UNBLOCKED');
  });
});

describe('A Database', () => {
  it('leaves no connection behind when closed, however many reads wait', async () => {
    const before = bench.proxy.connections();
    const db = await Database.connect(bench.proxy.url, { maxBlockingReads: 2 });
    const reads = Array.from({ length: 4 }, () =>
      db
        .stream('s')
        .read({ block: 0, lastId: '$' })
        .catch((error: unknown) => error),
    );
    await untilBlocked(2);
    await db.close();
    for (const read of await Promise.all(reads)) expect(read).toBeInstanceOf(DatabaseClosedError);
    await bench.proxy.until((_commands, connections) => connections === before);
    await expect(db.stream('s').read({ block: 1 })).rejects.toThrow(DatabaseClosedError);
    await db.close();
  });

  it('leaves no connection behind after a hundred aborted reads', async () => {
    const before = bench.proxy.connections();
    {
      await using db = await Database.connect(bench.proxy.url);
      await Promise.all(
        Array.from({ length: 100 }, async (_, n) => {
          const signal = AbortSignal.timeout(n % 10);
          await expect(
            db.stream('s').read({ block: 0, lastId: '$', signal }),
          ).rejects.toMatchObject({ name: 'TimeoutError' });
        }),
      );
      expect(bench.proxy.connections() - before).toBeLessThanOrEqual(1 + 16);
    }
    await bench.proxy.until((_commands, connections) => connections === before);
  });

  it('does not close a client that it was given', async () => {
    const db = new Database(bench.db.client);
    await db.stream('s').read({ block: 1 });
    await db.close();
    expect(await bench.db.client.ping()).toBe('PONG');
  });

  it('refuses a client with a key prefix', () => {
    const client = bench.db.client.duplicate({ keyPrefix: 'app:' });
    expect(() => new Database(client)).toThrow(TypeError);
  });

  it('rejects when there is nobody to connect to', async () => {
    await expect(Database.connect('redis://127.0.0.1:1')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  it('connects again by itself', async () => {
    bench.proxy.cut();
    await bench.proxy.until((_commands, connections) => connections === 0);
    expect(await bench.db.stream('s').length()).toBe(0);
  });

  it('connects through a unix socket', async () => {
    const path = bench.redis.socketPath;
    if (path === null) return;
    await using db = await Database.connect({ socket: { path, tls: false } });
    const id = await db.stream('s').add({ n: 1 });
    expect(await db.stream('s').read({ block: 1 })).toEqual([{ id, message: { n: '1' } }]);
  });
});
