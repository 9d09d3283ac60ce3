import { describe, expect, it } from 'vitest';
import {
  MAX_LENS_ALL_ENTRIES,
  MAX_LENS_ALL_PENDING,
  MAX_LENS_ALL_TEXT,
  MAX_LENS_CONSUMERS,
  MAX_LENS_ENTRIES,
  MAX_LENS_FIELDS,
  MAX_LENS_GROUPS,
  MAX_LENS_PENDING,
  MAX_LENS_STREAMS,
  MAX_LENS_TEXT,
} from '../../core/limits/limits.ts';
import { fillStream } from './fill-stream.ts';
import { UsedLens } from './used-lens.ts';

const lens = new UsedLens();

describe('texts', () => {
  it('are whole up to the limit, and cut between two characters beyond it', async () => {
    const values = [
      'x'.repeat(MAX_LENS_TEXT),
      'é'.repeat(MAX_LENS_TEXT),
      '語'.repeat(MAX_LENS_TEXT + 1),
      '\u{1F600}'.repeat(MAX_LENS_TEXT),
      `${'x'.repeat(MAX_LENS_TEXT)}é`,
      'x'.repeat(1_000_000),
    ];
    for (const value of values) await lens.send('XADD', 's', '*', value.slice(0, 5000), value);
    const { entries } = await lens.only();
    expect(entries.map(({ fields }) => fields[0]?.[1])).toEqual([
      values[0],
      values[1],
      `${'語'.repeat(MAX_LENS_TEXT)}…`,
      `${'\u{1F600}'.repeat(MAX_LENS_TEXT / 2)}…`,
      `${'x'.repeat(MAX_LENS_TEXT)}…`,
      `${'x'.repeat(MAX_LENS_TEXT)}…`,
    ]);
    for (const { fields } of entries) expect(fields[0]?.[0]).toBe(fields[0]?.[1]);
  });

  it('of bytes are cut too', async () => {
    await lens.send('XADD', 's', '*', 'a', Buffer.alloc(100_000, 0x80), 'b', Buffer.alloc(9, 0xc3));
    expect((await lens.only()).entries[0]?.fields).toEqual([
      ['a', `${String.raw`\x80`.repeat(MAX_LENS_TEXT / 4)}…`],
      ['b', String.raw`\xc3`.repeat(9)],
    ]);
  });

  it('are the first fields of an entry with many, and the number of the others', async () => {
    const fields = Array.from({ length: MAX_LENS_FIELDS + 5 }, (_, i) => [`f${i}`, `v${i}`]);
    await lens.send('XADD', 's', '1-0', ...fields.flat());
    expect((await lens.only()).entries[0]?.fields).toEqual([
      ...fields.slice(0, MAX_LENS_FIELDS),
      ['…', '5 more'],
    ]);
  });

  it('of all entries together stay in their limit: the newest have them', async () => {
    const fields = Array.from({ length: 10 }, (_, i) => [`f${i}`, 'é'.repeat(MAX_LENS_TEXT)]);
    await fillStream(lens.learner, 's', 400, fields.flat());
    const { entries } = await lens.only();
    const texts = entries.flatMap((entry) => entry.fields.flat());
    expect(texts.join('').length).toBeLessThan(MAX_LENS_ALL_TEXT + 2 * MAX_LENS_TEXT + 4000);
    expect(entries.at(-1)?.fields).toEqual(fields);
    expect(entries[0]).toEqual({ id: '1-0', fields: [['…', '10 more']] });
  });
});

describe('much of everything', () => {
  it('100 streams of 100 entries: the first ones, each with its part', async () => {
    const keys = Array.from({ length: 100 }, (_, i) => `s${i}`);
    for (const key of keys) await fillStream(lens.learner, key, 100);
    const { streams, omitted } = await lens.reader.read();
    expect(streams.map(({ key }) => key)).toEqual(keys.toSorted().slice(0, MAX_LENS_STREAMS));
    expect(omitted).toBe(100 - MAX_LENS_STREAMS);
    for (const { entries, length } of streams) {
      expect(length).toBe(100);
      expect(entries).toHaveLength(MAX_LENS_ALL_ENTRIES / MAX_LENS_STREAMS);
      expect(entries.at(-1)?.id).toBe('100-0');
    }
  });

  it('10,000 entries, all pending: the newest, and the oldest rows', async () => {
    await fillStream(lens.learner, 's', 10_000);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.deliver('c', 10_000);
    const { entries, firstId, length, groups } = await lens.only();
    expect([length, firstId]).toEqual([10_000, '1-0']);
    expect(entries.map(({ id }) => id)).toEqual(
      Array.from({ length: MAX_LENS_ENTRIES }, (_, i) => `${10_001 - MAX_LENS_ENTRIES + i}-0`),
    );
    expect(groups).toMatchObject([{ pendingCount: 10_000, consumers: [{ pendingCount: 10_000 }] }]);
    expect(groups[0]?.consumers[0]?.pending.map(({ id }) => id)).toEqual(
      Array.from({ length: MAX_LENS_PENDING }, (_, i) => `${i + 1}-0`),
    );
  });

  it('1,000 consumers, 30 groups: the first ones, and how many are left out', async () => {
    await fillStream(lens.learner, 's', 1000);
    const consumers = Array.from({ length: 1000 }, (_, i) => `c${i}`);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    for (const consumer of consumers) await lens.deliver(consumer, 1);
    const groups = ['g', ...Array.from({ length: 29 }, (_, i) => `h${i}`)];
    for (const group of groups.slice(1)) await lens.send('XGROUP', 'CREATE', 's', group, '0');
    const stream = await lens.only();
    expect(stream.groups.map(({ name }) => name)).toEqual(
      groups.toSorted().slice(0, MAX_LENS_GROUPS),
    );
    expect(stream.omitted).toBe(30 - MAX_LENS_GROUPS);
    const shown = stream.groups[0]?.consumers ?? [];
    expect(shown.length).toBeGreaterThanOrEqual(MAX_LENS_CONSUMERS / 2);
    expect(shown.map(({ name }) => name)).toEqual(consumers.toSorted().slice(0, shown.length));
    expect(stream.groups[0]?.omitted).toBe(1000 - shown.length);
    expect(shown.every(({ pending }) => pending.length === 1)).toBe(true);
  });

  it('more pending rows than there is room for: each consumer has its part', async () => {
    await fillStream(lens.learner, 's', 4000);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    for (let i = 0; i < 40; i++) await lens.deliver(`c${i}`, 100);
    const rows = (await lens.only()).groups[0]?.consumers.map(({ pending }) => pending.length);
    expect(rows).toEqual(Array<number>(40).fill(MAX_LENS_ALL_PENDING / 40));
  });

  it('20 values of 1 MB', async () => {
    for (let i = 1; i <= 20; i++)
      await lens.send('XADD', 's', `${i}-0`, 'a', 'x'.repeat(1_000_000));
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.send('XACK', 's', 'g', '1-0');
    const { entries } = await lens.only();
    expect(entries).toHaveLength(20);
    expect(entries[0]?.fields[0]?.[1]).toHaveLength(MAX_LENS_TEXT + 1);
  });

  it('a stream among tens of thousands of other keys, also when memory is full', async () => {
    await fillStream(lens.learner, 's', 5);
    const multi = lens.learner.multi();
    for (let i = 0; i < 30_000; i++) multi.addCommand(['SET', `key${i}`, 'x']);
    multi.addCommand(['HSET', 'hash', 'a', '1']).addCommand(['ZADD', 'sorted', '1', 'a']);
    await multi.exec();
    for (const size of [500_000, 10_000, 100, 1]) {
      const value = 'x'.repeat(size);
      let isFull = false;
      for (let n = 0; !isFull; n++) {
        isFull = await lens.send('SET', `fill${size}-${n}`, value).then(
          () => false,
          () => true,
        );
      }
    }
    await expect(lens.send('XADD', 's', '*', 'a', '1')).rejects.toThrow('OOM');
    expect(await lens.only()).toMatchObject({ key: 's', length: 5 });
  });
});
