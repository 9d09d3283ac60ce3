import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MAX_LENS_ENTRIES, MAX_LENS_PENDING } from '../../core/limits/limits.ts';
import { fillStream } from './fill-stream.ts';
import { UsedLens } from './used-lens.ts';

const lens = new UsedLens();

describe('what the lens shows', () => {
  it('is empty when there is no stream', async () => {
    await lens.send('SET', 'text', 'x');
    expect(await lens.reader.read()).toEqual({
      at: expect.closeTo(Date.now(), -4),
      streams: [],
      omitted: 0,
    });
  });

  it('is every field of a stream, its groups, consumers and pending entries', async () => {
    for (const id of ['1-0', '2-0', '3-0', '4-0'])
      await lens.send('XADD', 's', id, 'n', id, 'm', '');
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.send('XGROUP', 'CREATE', 's', 'empty', '$');
    await lens.send('XGROUP', 'CREATECONSUMER', 's', 'g', 'idle');
    await lens.deliver('c', 3);
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
      '5',
    );
    await lens.send('XACK', 's', 'g', '3-0');
    await lens.send('PEXPIREAT', 's', '9000000000000');
    const stream = await lens.only();
    expect(stream).toMatchObject({
      key: 's',
      length: 4,
      lastGeneratedId: '4-0',
      entriesAdded: 4,
      maxDeletedId: '0-0',
      firstId: '1-0',
      expiresAt: 9_000_000_000_000,
      omitted: 0,
    });
    expect(stream.entries.map(({ id }) => id)).toEqual(['1-0', '2-0', '3-0', '4-0']);
    expect(stream.entries[1]?.fields).toEqual([
      ['n', '2-0'],
      ['m', ''],
    ]);
    expect(stream.groups).toMatchObject([
      { name: 'empty', lastDeliveredId: '4-0', lag: 0, pendingCount: 0, consumers: [], omitted: 0 },
      { name: 'g', lastDeliveredId: '3-0', entriesRead: 3, lag: 1, pendingCount: 2, omitted: 0 },
    ]);
    expect(stream.groups[1]?.consumers).toMatchObject([
      { name: 'c', pendingCount: 1, pending: [{ id: '1-0', deliveries: 1, ghost: false }] },
      {
        name: 'd',
        pendingCount: 1,
        pending: [{ id: '2-0', deliveredAt: 1_700_000_000_000, deliveries: 5, ghost: false }],
      },
      { name: 'idle', pendingCount: 0, pending: [] },
    ]);
  });

  it('tells the time of each delivery as XINFO does, not as the time that has passed', async () => {
    await fillStream(lens.learner, 's', 30);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.deliver('c', 30);
    for (let i = 1; i <= 20; i++) {
      await lens.send(
        'XCLAIM',
        's',
        'g',
        'c',
        '0',
        `${i}-0`,
        'TIME',
        String(1_600_000_000_000 + i * 7),
      );
    }
    const list: unknown = await lens.admin.sendCommand(['XINFO', 'STREAM', 's', 'FULL']);
    const [group] = (await lens.only()).groups;
    const rows = group?.consumers[0]?.pending ?? [];
    expect(rows).toHaveLength(30);
    for (const { id, deliveredAt, deliveries } of rows.slice(0, 10)) {
      expect(JSON.stringify(list)).toContain(
        JSON.stringify([id, deliveredAt, deliveries]).slice(1, -1),
      );
    }
    expect(rows.slice(0, 20).map(({ deliveredAt }) => deliveredAt)).toEqual(
      Array.from({ length: 20 }, (_, i) => 1_600_000_000_000 + (i + 1) * 7),
    );
    expect((await lens.only()).groups[0]?.consumers).toEqual(group?.consumers);
  });

  it('says null for a lag that Redis cannot tell', async () => {
    await fillStream(lens.learner, 's', 5);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.send('XGROUP', 'SETID', 's', 'g', '3-0');
    expect((await lens.only()).groups).toMatchObject([{ entriesRead: null, lag: null }]);
  });

  it('shows a stream that is empty', async () => {
    await lens.send('XADD', 's', '1-0', 'a', '1');
    await lens.send('XDEL', 's', '1-0');
    expect(await lens.only()).toMatchObject({
      length: 0,
      firstId: null,
      lastGeneratedId: '1-0',
      maxDeletedId: '1-0',
      expiresAt: null,
      entries: [],
    });
  });

  it('takes ids and counters of 64 bits', async () => {
    const id = '18446744073709551615-18446744073709551614';
    await lens.send('XADD', 's', id, 'a', '1');
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0', 'ENTRIESREAD', '9223372036854775807');
    await lens.deliver('c', 1);
    await lens.send('XDEL', 's', id);
    const stream = await lens.only();
    expect(stream).toMatchObject({ lastGeneratedId: id, maxDeletedId: id });
    expect(stream.groups[0]?.consumers).toMatchObject([{ pending: [{ id, ghost: true }] }]);
  });
});

describe('ghosts', () => {
  it('are pending entries that XDEL or XTRIM took, inside the window and before it', async () => {
    await fillStream(lens.learner, 's', MAX_LENS_ENTRIES + 100);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.deliver('c', MAX_LENS_PENDING);
    await lens.send('XTRIM', 's', 'MINID', '10-0');
    await lens.send('XDEL', 's', '50-0', '150-0');
    const stream = await lens.only();
    const ghosts = stream.groups[0]?.consumers[0]?.pending.filter(({ ghost }) => ghost);
    expect(stream.entries[0]?.id).toBe('100-0');
    expect(ghosts?.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 9 }, (_, i) => `${i + 1}-0`),
      '50-0',
      '150-0',
    ]);
  });

  it('are all that is pending of a stream that is empty', async () => {
    await fillStream(lens.learner, 's', 3);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.deliver('c', 3);
    await lens.send('XTRIM', 's', 'MAXLEN', '0');
    const rows = (await lens.only()).groups[0]?.consumers[0]?.pending;
    expect(rows?.map(({ ghost }) => ghost)).toEqual([true, true, true]);
  });
});

describe('names', () => {
  const names = [
    'with space',
    'line\nbreak\u0000',
    '',
    '__proto__',
    'constructor',
    '"quotes" and \\back\\',
    'ключ',
    '\uFF5E',
    '\u{1F600}',
    'x'.repeat(300),
    'é'.repeat(250),
  ];

  it('come whole, whatever is in them, in the order of JavaScript', async () => {
    for (const key of names) {
      await lens.send('XADD', key, '1-0', 'a', '1');
      for (const group of names) await lens.send('XGROUP', 'CREATE', key, group, '0');
      for (const consumer of names) {
        await lens.send('XGROUP', 'CREATECONSUMER', key, '__proto__', consumer);
      }
    }
    const { streams } = await lens.read();
    expect(streams.map(({ key }) => key)).toEqual(names.toSorted());
    for (const { groups } of streams) {
      expect(groups.map(({ name }) => name)).toEqual(names.toSorted());
      const { consumers } = groups.find(({ name }) => name === '__proto__') ?? {};
      expect(consumers?.map(({ name }) => name)).toEqual(names.toSorted());
    }
  });

  it('of bytes that are no text are written as redis-cli does', async () => {
    for (const bytes of [
      [0xff, 0xfe],
      [0xff, 0xfd],
      [0xed, 0xa0, 0x80],
      [0x61, 0xc3],
    ]) {
      const name = Buffer.from(bytes);
      await lens.send('XADD', name, '1-0', name, name);
      await lens.send('XGROUP', 'CREATE', name, name, '0');
      await lens.send('XREADGROUP', 'GROUP', name, name, 'COUNT', '2', 'STREAMS', name, '>');
    }
    const { streams } = await lens.reader.read();
    expect(streams.map(({ key }) => key)).toEqual([
      String.raw`\xed\xa0\x80`,
      String.raw`\xff\xfd`,
      String.raw`\xff\xfe`,
      String.raw`a\xc3`,
    ]);
    for (const { key, entries, groups } of streams) {
      expect(entries).toEqual([{ id: '1-0', fields: [[key, key]] }]);
      expect(groups).toMatchObject([{ name: key, consumers: [{ name: key, pendingCount: 1 }] }]);
    }
  });

  it('of extreme length are cut, and stay different', async () => {
    const long = 'é'.repeat(400_000);
    for (const key of [`${long}a`, `${long}b`]) await lens.send('XADD', key, '1-0', 'a', '1');
    const keys = (await lens.reader.read()).streams.map(({ key }) => key);
    expect(keys.toSorted()).toEqual(
      [`${long}a`, `${long}b`]
        .map((key) => createHash('sha1').update(key).digest('hex').slice(0, 16))
        .map((hash) => `${'é'.repeat(299)}…${hash}`)
        .toSorted(),
    );
  });
});
