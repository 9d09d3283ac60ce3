import { beforeEach, describe, expect, it } from 'vitest';
import type { LensSnapshot } from '../../core/lens/snapshot.ts';
import { RestorePoints } from '../../server/redis/restore-points.ts';
import { fillStream } from './fill-stream.ts';
import { UsedLens } from './used-lens.ts';

const MB = 1024 * 1024;

const lens = new UsedLens();
let points: RestorePoints;

beforeEach(() => {
  points = new RestorePoints(lens.admin, { points: 5, bytes: 4 * MB });
});

/** All of it but the moment of the read. */
async function streams(): Promise<LensSnapshot['streams']> {
  return (await lens.read()).streams;
}

/** What XINFO STREAM … FULL tells of a stream, with every entry and pending row. */
const everything = (key: string): Promise<unknown> =>
  lens.send('XINFO', 'STREAM', key, 'FULL', 'COUNT', '0');

describe('restore points', () => {
  it('bring back groups, owners, counts, times, ghosts, ids, counters and expiry', async () => {
    await fillStream(lens.learner, 's', 20);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.send('XGROUP', 'CREATECONSUMER', 's', 'g', 'idle');
    await lens.deliver('c', 5);
    await lens.send(
      'XCLAIM',
      's',
      'g',
      'd',
      '0',
      '2-0',
      'TIME',
      '1700000000000',
      'RETRYCOUNT',
      '7',
    );
    await lens.send('XDEL', 's', '3-0', '20-0');
    await lens.send('XTRIM', 's', 'MINID', '2-0');
    await lens.send('PEXPIREAT', 's', '9000000000000');
    await lens.send('XADD', 'bare', '1-0', 'a', '1');
    await lens.send('XDEL', 'bare', '1-0');
    const [before, details] = [await streams(), await everything('s')];
    expect(await points.keep('one')).toBe(true);

    await lens.send('XADD', 's', '*', 'a', '1');
    await lens.deliver('c', 5);
    await lens.send('XACK', 's', 'g', '1-0', '2-0');
    await lens.send('XGROUP', 'DELCONSUMER', 's', 'g', 'idle');
    await lens.send('PERSIST', 's');
    await lens.send('DEL', 'bare');
    await lens.send('XADD', 'new', '*', 'a', '1');
    expect(await streams()).not.toEqual(before);

    expect(await points.restore('one')).toBe(true);
    expect(await streams()).toEqual(before);
    expect(await everything('s')).toEqual(details);
  });

  it('bring back keys of other types, of bytes, and what expires', async () => {
    const key = Buffer.from([0, 0xff, 0x0d, 0x0a, 0x80]);
    const bytes = { [36]: Buffer };
    await lens.send('SET', key, key);
    await lens.send('SET', '', 'the empty key');
    await lens.send('HSET', 'hash', '__proto__', '1', 'b', '2');
    await lens.send('RPUSH', 'list', 'a', 'b');
    await lens.send('SADD', 'set', 'a');
    await lens.send('ZADD', 'sorted', '1.5', 'a');
    await lens.send('SET', 'soon', 'x', 'PXAT', '9000000000000');
    await points.keep('one');
    await lens.send('FLUSHALL');
    await lens.send('SET', 'other', 'x');
    await points.restore('one');
    expect(await lens.send('DBSIZE')).toBe(7);
    expect(await lens.learner.withTypeMapping(bytes).get(key)).toEqual(key);
    expect(await lens.send('GET', '')).toBe('the empty key');
    expect(await lens.send('HGETALL', 'hash')).toEqual(['__proto__', '1', 'b', '2']);
    expect(await lens.send('LRANGE', 'list', '0', '-1')).toEqual(['a', 'b']);
    expect(await lens.send('SMEMBERS', 'set')).toEqual(['a']);
    expect(await lens.send('ZRANGE', 'sorted', '0', '-1', 'WITHSCORES')).toEqual(['a', '1.5']);
    expect(await lens.send('PEXPIRETIME', 'soon')).toBe(9_000_000_000_000);
  });

  it('leave away what has expired since', async () => {
    await lens.send('SET', 'kept', 'x');
    await lens.send('SET', 'gone', 'x', 'PX', '30');
    await points.keep('one');
    await expect.poll(() => lens.send('EXISTS', 'gone')).toBe(0);
    await points.restore('one');
    expect(await lens.send('EXISTS', 'gone', 'kept')).toBe(1);
  });

  it('go back and forth', async () => {
    for (const id of ['1-0', '2-0', '3-0']) {
      await points.keep(`before ${id}`);
      await lens.send('XADD', 's', id, 'a', '1');
    }
    await points.keep('now');
    const length = async (id: string) => {
      expect(await points.restore(id)).toBe(true);
      return lens.send('XLEN', 's');
    };
    expect(await length('before 2-0')).toBe(1);
    expect(await length('before 1-0')).toBe(0);
    expect(await length('now')).toBe(3);
    expect(await length('before 3-0')).toBe(2);
    expect(points.ids).toEqual(['before 1-0', 'before 2-0', 'before 3-0', 'now']);
  });

  it('leave the other databases alone', async () => {
    await points.keep('empty');
    await lens.send('SET', 'here', 'x');
    await lens.send('MOVE', 'here', '1');
    await points.restore('empty');
    expect(await lens.send('MOVE', 'here', '1')).toBe(0);
    const other = lens.learner.duplicate({ database: 1 });
    await other.connect();
    expect(await other.get('here')).toBe('x');
    other.destroy();
  });

  it('do nothing for an id that is not kept', async () => {
    await lens.send('SET', 'a', '1');
    expect(await points.restore('none')).toBe(false);
    expect(await lens.send('GET', 'a')).toBe('1');
  });
});

describe('the bounds of restore points', () => {
  it('forget the oldest beyond the number', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      await lens.send('SET', 'key', id);
      expect(await points.keep(id)).toBe(true);
    }
    expect(points.ids).toEqual(['c', 'd', 'e', 'f', 'g']);
    expect(await points.restore('b')).toBe(false);
    expect(await points.restore('c')).toBe(true);
    expect(await lens.send('GET', 'key')).toBe('c');
  });

  it('forget the oldest beyond the bytes, and count once what two share', async () => {
    const some = () => Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));
    for (let i = 0; i < 25; i++) await lens.send('SET', `shared${i}`, some());
    for (const id of ['a', 'b', 'c']) {
      await lens.send('SET', 'own', some());
      expect(await points.keep(id)).toBe(true);
    }
    expect(points.ids).toEqual(['a', 'b', 'c']);
    for (let i = 0; i < 50; i++) await lens.send('SET', `more${i}`, some());
    expect(await points.keep('d')).toBe(false);
    for (let i = 0; i < 12; i++) await lens.send('DEL', `more${i}`);
    for (let i = 0; i < 25; i++) await lens.send('SET', `shared${i}`, some());
    expect(await points.keep('e')).toBe(true);
    expect(points.ids).toEqual(['e']);
  });

  it('say no to too much data and to too many keys, and forget nothing for it', async () => {
    await points.keep('small');
    const multi = lens.learner.multi();
    for (let i = 0; i < 5001; i++) multi.addCommand(['SET', `key${i}`, 'x']);
    await multi.exec();
    expect(await points.keep('many')).toBe(false);
    await lens.send('DEL', 'key0');
    expect(await points.keep('just so many')).toBe(true);
    expect(points.ids).toEqual(['small', 'just so many']);
    expect(await points.restore('small')).toBe(true);
    expect(await lens.send('DBSIZE')).toBe(0);
  });

  it('keep one point of an id, the last', async () => {
    await points.keep('a');
    await lens.send('SET', 'key', '1');
    await points.keep('b');
    await points.keep('a');
    expect(points.ids).toEqual(['b', 'a']);
    await lens.send('FLUSHALL');
    await points.restore('a');
    expect(await lens.send('GET', 'key')).toBe('1');
  });

  it('are empty after all is forgotten', async () => {
    await points.keep('a');
    points.forget();
    expect(points.ids).toEqual([]);
    expect(await points.restore('a')).toBe(false);
    expect(await points.keep('b')).toBe(true);
  });
});

describe('putting back', () => {
  const settings = async () =>
    Promise.all(
      ['maxmemory', 'maxmemory-clients', 'proto-max-bulk-len', 'client-*-limit'].map((name) =>
        lens.admin.sendCommand(['CONFIG', 'GET', name]),
      ),
    );

  it('works with values that no client may send, and when memory is full', async () => {
    const large = new RestorePoints(lens.admin, { points: 5, bytes: 30 * MB });
    const before = await settings();
    for (let i = 0; i < 7; i++) {
      const value = Buffer.from(crypto.getRandomValues(new Uint8Array(65_536)));
      for (let part = 0; part < 30; part++) await lens.send('RPUSH', `big${i}`, value);
    }
    expect(await large.keep('big')).toBe(true);
    for (let i = 0; i < 7; i++) await lens.send('DEL', `big${i}`);
    for (let isFull = false, n = 0; !isFull; n++) {
      isFull = await lens.send('SET', `fill${n}`, 'x'.repeat(200_000)).then(
        () => false,
        () => true,
      );
    }
    expect(await large.restore('big')).toBe(true);
    expect(await lens.send('LLEN', 'big6')).toBe(30);
    expect(await lens.send('DBSIZE')).toBe(7);
    expect(await settings()).toEqual(before);
  });

  it('tells a consumer that waits, and Redis stays usable', async () => {
    await fillStream(lens.learner, 's', 1);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '$');
    await points.keep('one');
    const waiting = lens.learner.duplicate();
    waiting.on('error', () => undefined);
    await waiting.connect();
    try {
      const got = waiting.sendCommand('XREADGROUP GROUP g c BLOCK 0 STREAMS s >'.split(' '));
      const told = got.then(
        () => 'an entry',
        (error: unknown) => String(error),
      );
      await expect
        .poll(async () => (await lens.admin.info('clients')).includes('blocked_clients:1'))
        .toBe(true);
      expect(await points.restore('one')).toBe(true);
      expect(await told).toContain('UNBLOCKED');
      await lens.send('XADD', 's', '*', 'a', '1');
      expect(await lens.send('XLEN', 's')).toBe(2);
    } finally {
      waiting.destroy();
    }
  });
});
