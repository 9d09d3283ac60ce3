import { beforeEach, describe, expect, it } from 'vitest';
import { LensReader } from '../../server/redis/lens-reader.ts';
import { fillStream } from './fill-stream.ts';
import { UsedLens } from './used-lens.ts';

const lens = new UsedLens();

describe('reading', () => {
  it('changes nothing', async () => {
    const { admin } = lens;
    await fillStream(lens.learner, 's', 50);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.deliver('c', 5);
    const state = async () => [
      await admin.sendCommand(['DUMP', 's']),
      await admin.sendCommand(['XINFO', 'STREAM', 's', 'FULL', 'COUNT', '0']),
      /rdb_changes_since_last_save:\d+/.exec(await admin.info('persistence'))?.[0],
    ];
    const before = await state();
    const first = await lens.reader.read();
    const second = await lens.reader.read();
    expect(await state()).toEqual(before);
    expect({ ...second, at: 0 }).toEqual({ ...first, at: 0 });
  });

  it('is not for the learner, who may not run scripts', async () => {
    await expect(lens.send('EVAL', 'return 1', '0')).rejects.toThrow('NOPERM');
  });

  it('goes on when Redis has forgotten the script', async () => {
    await lens.reader.read();
    await lens.admin.sendCommand(['SCRIPT', 'FLUSH']);
    expect(await lens.reader.read()).toMatchObject({ streams: [] });
  });
});

describe('readIfChanged', () => {
  const writes: [string, ...(string | Buffer)[]][] = [
    ['an entry is added', 'XADD', 's', '9-0', 'a', '1'],
    ['an entry is deleted', 'XDEL', 's', '1-0'],
    ['the stream is trimmed', 'XTRIM', 's', 'MAXLEN', '1'],
    ['its last id is set', 'XSETID', 's', '20-0'],
    ['a group is made', 'XGROUP', 'CREATE', 's', 'h', '$'],
    ['a group is moved', 'XGROUP', 'SETID', 's', 'g', '0'],
    ['a group is destroyed', 'XGROUP', 'DESTROY', 's', 'g'],
    ['a consumer is made', 'XGROUP', 'CREATECONSUMER', 's', 'g', 'd'],
    ['a consumer is removed', 'XGROUP', 'DELCONSUMER', 's', 'g', 'c'],
    ['entries are delivered', ...'XREADGROUP GROUP g c STREAMS s >'.split(' ')],
    [
      'entries are read without acknowledgement',
      ...'XREADGROUP GROUP g c NOACK STREAMS s >'.split(' '),
    ],
    ['pending entries are read again', ...'XREADGROUP GROUP g c STREAMS s 0'.split(' ')],
    ['a consumer looks in vain', ...'XREADGROUP GROUP full c STREAMS s >'.split(' ')],
    ['an entry is acknowledged', 'XACK', 's', 'g', '1-0'],
    ['an entry is claimed', 'XCLAIM', 's', 'g', 'd', '0', '1-0'],
    ['an entry is claimed by its id', 'XCLAIM', 's', 'g', 'd', '0', '1-0', 'JUSTID'],
    ['entries are claimed', 'XAUTOCLAIM', 's', 'g', 'd', '0', '0'],
    ['a claim finds nothing', 'XAUTOCLAIM', 's', 'g', 'c', '9999999', '0'],
    ['the key gets an expiry', 'EXPIRE', 's', '1000'],
    ['the key is deleted', 'DEL', 's'],
    ['the key is unlinked', 'UNLINK', 's'],
    ['the key is renamed', 'RENAME', 's', 't'],
    ['the key is copied', 'COPY', 's', 't'],
    ['the key goes to another database', 'MOVE', 's', '1'],
    ['the key becomes another type', 'SET', 's', 'x'],
    ['everything is deleted', 'FLUSHALL'],
  ];

  beforeEach(async () => {
    await fillStream(lens.learner, 's', 5);
    await lens.send('XGROUP', 'CREATE', 's', 'g', '0');
    await lens.send('XGROUP', 'CREATE', 's', 'full', '$');
    await lens.send('XGROUP', 'CREATECONSUMER', 's', 'full', 'c');
    await lens.deliver('c', 2);
    await lens.reader.read();
  });

  it('gives null while nothing is written, whatever is read', async () => {
    await lens.send('XRANGE', 's', '-', '+');
    await lens.send('XREAD', 'STREAMS', 's', '0');
    await lens.send('XPENDING', 's', 'g');
    await lens.send('XLEN', 's');
    expect(await lens.reader.readIfChanged()).toBeNull();
    await lens.reader.read();
    expect(await lens.reader.readIfChanged()).toBeNull();
  });

  it('gives what there is when it has not read before', async () => {
    const fresh = new LensReader(lens.admin);
    expect(await fresh.readIfChanged()).toMatchObject({ streams: [{ key: 's' }] });
  });

  it.each(writes)('sees that %s', async (_, ...command) => {
    await lens.send(...command);
    const seen = await lens.reader.readIfChanged();
    expect(seen).not.toBeNull();
    const now = await lens.reader.read();
    expect({ ...seen, at: 0 }).toEqual({ ...now, at: 0 });
    expect(await lens.reader.readIfChanged()).toBeNull();
  });

  it('sees that a key has expired', async () => {
    await lens.send('PEXPIRE', 's', '1');
    await lens.reader.read();
    await expect.poll(async () => (await lens.send('EXISTS', 's')) === 0).toBe(true);
    const seen = (await lens.reader.readIfChanged()) ?? (await lens.reader.read());
    expect(seen.streams).toEqual([]);
  });

  it('sees that a consumer has begun to wait, and what it got', async () => {
    const waiting = lens.learner.duplicate();
    waiting.on('error', () => undefined);
    await waiting.connect();
    try {
      const got = waiting.sendCommand('XREADGROUP GROUP full c BLOCK 0 STREAMS s >'.split(' '));
      await expect.poll(() => lens.reader.readIfChanged()).not.toBeNull();
      await lens.send('XADD', 's', '9-0', 'a', '1');
      await got;
      const seen = await lens.reader.readIfChanged();
      expect(seen?.streams).toMatchObject([{ length: 6, groups: [{ name: 'full' }, {}] }]);
      expect(seen?.streams[0]?.groups[0]?.consumers).toMatchObject([
        { name: 'c', pending: [{ id: '9-0' }] },
      ]);
    } finally {
      waiting.destroy();
    }
  });
});
