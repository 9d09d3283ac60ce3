import { describe, expect, it } from 'vitest';
import { MAX_COMMANDS_IN_ROW } from '../../core/limits/limits.ts';
import {
  kernel,
  signals,
  run,
  told,
  until,
  stopRedis,
  all,
  lines,
  replies,
  useRecordedKernel,
} from './recorded-kernel.ts';

useRecordedKernel();

describe('the commands of a run', () => {
  it('are told in order, with replies, before its result', async () => {
    const { rows, result } = await run(`
      await client.xAdd('s', '1-0', { a: '1', b: 'two words' });
      await client.xLen('s');
      await client.xGroupCreate('s', 'g', '0');
      await client.xReadGroup('g', 'c1', { key: 's', id: '>' });
    `);
    expect(result.status).toBe('ok');
    expect(lines(rows)).toEqual([
      'XADD s 1-0 a 1 b two words',
      'XLEN s',
      'XGROUP CREATE s g 0',
      'XREADGROUP GROUP g c1 STREAMS s >',
    ]);
    expect(replies(rows)).toEqual([
      '"1-0"',
      '(integer) 1',
      'OK',
      [
        '1# "s" =>',
        '   1) 1) "1-0"',
        '      2) 1) "a"',
        '         2) "1"',
        '         3) "b"',
        '         4) "two words"',
      ].join('\n'),
    ]);
    for (const { duration, failed, isCut } of all(rows)) {
      expect(duration).toBeGreaterThanOrEqual(0);
      expect({ failed, isCut }).toEqual({ failed: false, isCut: false });
    }
  });

  it.each([
    ["client.set('k', 'v')", 'OK'],
    ['client.ping()', 'PONG'],
    ["client.get('none')", '(nil)'],
    ["client.incrByFloat('f', 1.5)", '"1.5"'],
    ["client.sendCommand(['ZADD', 'z', 'INCR', '2.5', 'm'])", '(double) 2.5'],
    ["client.exists('none')", '(integer) 0'],
    ["client.keys('*')", '(empty array)'],
    ["client.hGetAll('none')", '(empty hash)'],
    ['client.echo(\'a "b" \\\\ \\n\\t\\u0001é\')', '"a \\"b\\" \\\\ \\n\\t\\x01é"'],
    ['client.time()', /^1\) "\d+"\n2\) "\d+"$/],
    ["client.type('none')", 'none'],
    ["client.sendCommand(['ECHO', 'OK'])", '"OK"'],
    [
      "client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer }).sendCommand(['ECHO', Buffer.from([1, 255])])",
      '"\\x01\\xff"',
    ],
  ])('show the reply to %s as redis-cli does', async (call, reply) => {
    const { rows } = await run(`await ${call}`);
    expect(replies(rows)).toHaveLength(1);
    if (typeof reply === 'string') expect(replies(rows)).toEqual([reply]);
    else expect(replies(rows)[0]).toMatch(reply);
  });

  it('number the items of a long reply in a column', async () => {
    const { rows } = await run(
      "await client.sendCommand(['RPUSH', 'l', ...'abcdefghij']); await client.lRange('l', 0, -1)",
    );
    const text = replies(rows)[1];
    expect(text?.split('\n').slice(0, 2)).toEqual([' 1) "a"', ' 2) "b"']);
    expect(text?.split('\n').at(-1)).toBe('10) "j"');
  });

  it('say when one was answered with an error', async () => {
    const { rows } = await run(`
      await client.set('k', 'v');
      for (let n = 0; n < 20; n++) await client.xAdd('k', '*', { a: '1' }).catch(() => 0);
    `);
    expect(rows.map(({ count, failed }) => [count, failed])).toEqual([
      [1, 0],
      [20, 20],
    ]);
    expect(rows[1]?.commands[0]).toMatchObject({
      failed: true,
      reply: '(error) WRONGTYPE Operation against a key holding the wrong kind of value',
    });
  });

  it('belong to the run although another one is going on', async () => {
    await run(
      "await client.xGroupCreate('s', 'g', '$', { MKSTREAM: true }); const reader = await client.duplicate().connect();",
    );
    const waiting = run("await reader.xReadGroup('g', 'c1', { key: 's', id: '>' }, { BLOCK: 0 })");
    const blocked = await until(() => signals.find((signal) => signal.kind === 'blocked'));
    expect(blocked).toMatchObject({ command: 'XREADGROUP', group: 'g', consumer: 'c1' });
    // It is shown while it still waits.
    const open = await until(() => {
      const { rows } = told(blocked.run);
      return rows.length > 0 ? rows : undefined;
    });
    expect(all(open)).toMatchObject([{ reply: null, duration: null }]);
    const adding = await run("await client.xAdd('s', '5-0', { a: '1' }); await client.xLen('s')");
    expect(lines(adding.rows)).toEqual(['XADD s 5-0 a 1', 'XLEN s']);
    const { rows } = await waiting;
    expect(lines(rows)).toEqual(['XREADGROUP GROUP g c1 BLOCK 0 STREAMS s >']);
    expect(replies(rows)[0]).toContain('"5-0"');
    expect(all(rows)[0]?.connection).not.toBe(all(adding.rows)[0]?.connection);
  });

  it('belong to the run although another one is begun while it computes', async () => {
    const computing = run(`
      await client.ping();
      const until = performance.now() + 300;
      const sent = [];
      while (performance.now() < until || sent.length === 0) {
        const next = performance.now() + 5;
        while (performance.now() < next);
        sent.push(client.xLen('mine'));
      }
      await Promise.all(sent);
      sent.length;
    `);
    await until(() => signals.find(({ kind }) => kind === 'commands'));
    const other = await run("await client.xLen('other')");
    const { rows, result } = await computing;
    expect(lines(other.rows)).toEqual(['XLEN other']);
    expect(rows.map(({ count, commands }) => [count, commands[0]?.args.join(' ')])).toEqual([
      [1, 'PING'],
      [result.output?.kind === 'value' ? Number(result.output.text) : null, 'XLEN mine'],
    ]);
  });

  it('keep no reply when they were stopped', async () => {
    const id = 'stopped-run';
    const running = run(
      "await client.ping(); await client.xRead({ key: 'none', id: '$' }, { BLOCK: 0 })",
      id,
    );
    await until(() => signals.find((signal) => signal.kind === 'blocked'));
    await kernel.stop(id, stopRedis, true);
    await running;
    expect(all(told(id).rows)).toMatchObject([
      { args: ['PING'], reply: 'PONG' },
      { args: ['XREAD', 'BLOCK', '0', 'STREAMS', 'none', '$'], reply: null, duration: null },
    ]);
  });

  it('are told while a cell goes on, before it computes for long', async () => {
    const id = 'busy-run';
    const running = run("await client.xAdd('s', '1-0', { a: '1' }); while (true) {}", id);
    await until(() => (all(told(id).rows)[0]?.reply === '"1-0"' ? true : undefined));
    await kernel.stop(id, stopRedis, true);
    await running;
  });

  it('are told when the cell is over', async () => {
    const { id, rows } = await run(
      "new Promise((done) => { globalThis.goOn = done }).then(() => client.xAdd('s', '7-0', { late: '1' })); 1",
    );
    expect(rows).toEqual([]);
    await run('goOn()');
    await until(() => (all(told(id).rows)[0]?.reply ? true : undefined));
    expect(lines(told(id).rows)).toEqual(['XADD s 7-0 late 1']);
  });

  it('are those of the library when the cell uses that', async () => {
    const { rows } = await run(`
      const db = new Database(client);
      await db.stream('s').add({ a: 1 }, { id: '1-0' });
      const group = db.consumerGroup('g', ['s']);
      await group.create();
      const [{ messages }] = await group.read({ count: 1 });
      await group.s.ack(messages[0].id);
    `);
    expect(lines(rows)).toEqual(
      expect.arrayContaining([
        'XADD s 1-0 a 1',
        'XREADGROUP GROUP g g.c1 COUNT 1 STREAMS s >',
        'XACK s g 1-0',
      ]),
    );
    expect(replies(rows)).not.toContain(null);
    expect(replies(rows)).toContain('1# "s" =>\n   1) 1) "1-0"\n      2) 1) "a"\n         2) "1"');
  });
});

describe('equal commands in sequence', () => {
  it('share a row, whose first ones are kept', async () => {
    const { rows, omitted } = await run(
      "for (let n = 1; n <= 1000; n++) await client.xAdd('s', `${n}-0`, { n: String(n) })",
    );
    expect(omitted).toBe(0);
    expect(rows).toMatchObject([{ count: 1000, failed: 0 }]);
    expect(rows[0]?.commands).toHaveLength(MAX_COMMANDS_IN_ROW);
    expect(rows[0]?.commands[9]).toMatchObject({
      args: ['XADD', 's', '10-0', 'n', '10'],
      reply: '"10-0"',
    });
    const kept = all(rows).reduce((sum, { duration }) => sum + (duration ?? 0), 0);
    expect(rows[0]?.duration).toBeGreaterThan(kept);
  });

  it('share a row when they are sent all at once', async () => {
    const { rows } = await run(
      "await Promise.all(Array.from({ length: 1000 }, () => client.xAdd('s', '*', { a: '1' })))",
    );
    expect(rows).toMatchObject([{ count: 1000, failed: 0 }]);
    expect(replies(rows)).not.toContain(null);
  });

  it.each([
    ['the key', "await client.xLen('a'); await client.xLen('b')"],
    [
      'the number of arguments',
      "await client.xAdd('a', '*', { x: '1' }); await client.xAdd('a', '*', { x: '1', y: '2' })",
    ],
    ['the name', "await client.xLen('a'); await client.get('b')"],
    [
      'the subcommand',
      "await client.xGroupCreate('a', 'g', '$', { MKSTREAM: true }); await client.sendCommand(['XGROUP', 'SETID', 'a', 'g', '0', 'ENTRIESREAD', '0'])",
    ],
    [
      'the connection',
      "const other = await client.duplicate().connect(); await client.xLen('a'); await other.xLen('a'); other.destroy()",
    ],
  ])('do not when %s is another', async (_, source) => {
    const { rows } = await run(source);
    expect(rows.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('do not when another consumer reads', async () => {
    const { rows } = await run(`
      await client.xGroupCreate('s', 'g', '0', { MKSTREAM: true });
      for (const consumer of ['c1', 'c1', 'c2']) await client.xReadGroup('g', consumer, { key: 's', id: '>' });
    `);
    expect(rows.map(({ count }) => count)).toEqual([1, 2, 1]);
  });
});
