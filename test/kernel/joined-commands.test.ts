import { describe, expect, it } from 'vitest';
import {
  admin,
  run,
  told,
  until,
  all,
  lines,
  replies,
  useRecordedKernel,
} from './recorded-kernel.ts';

useRecordedKernel();

describe('commands that go together', () => {
  it('are a transaction with MULTI and EXEC, each with its own reply', async () => {
    const { rows } = await run(`
      await client.set('n', '1');
      await client.multi().incr('n').xAdd('s', '1-0', { a: '1' }).set('t', 'v').exec();
    `);
    expect(lines(rows).slice(1)).toEqual(['MULTI', 'INCR n', 'XADD s 1-0 a 1', 'SET t v', 'EXEC']);
    expect(replies(rows).slice(1)).toEqual([
      'OK',
      '(integer) 2',
      '"1-0"',
      'OK',
      '1) (integer) 2\n2) "1-0"\n3) OK',
    ]);
    expect(all(rows).every(({ duration }) => duration !== null)).toBe(true);
  });

  it('are a transaction of which one fails', async () => {
    const { rows } = await run(
      "await client.set('k', 'text'); await client.multi().incr('k').ping().exec().catch(() => 0)",
    );
    expect(all(rows).map(({ failed }) => failed)).toEqual([false, false, true, false, false]);
    expect(replies(rows)[2]).toMatch(/^\(error\) ERR value is not an integer/);
    expect(replies(rows)[4]).toMatch(/^1\) \(error\) ERR .*\n2\) PONG$/);
  });

  it('are a transaction that a watched key prevents', async () => {
    const { rows } = await run(`
      const other = await client.duplicate().connect();
      await client.watch('k');
      await other.set('k', '1');
      await client.multi().get('k').exec().catch(() => 0);
      other.destroy();
    `);
    expect(lines(rows)).toEqual(['WATCH k', 'SET k 1', 'MULTI', 'GET k', 'EXEC']);
    expect(replies(rows)).toEqual(['OK', 'OK', 'OK', 'QUEUED', '(nil)']);
  });

  it('are a pipeline, without MULTI', async () => {
    const { rows } = await run(
      "await client.multi().set('a', '1').incr('a').get('a').execAsPipeline()",
    );
    expect(lines(rows)).toEqual(['SET a 1', 'INCR a', 'GET a']);
    expect(replies(rows)).toEqual(['OK', '(integer) 2', '"2"']);
  });

  it('are subscriptions, and what their listeners send', async () => {
    const { id } = await run(`
      const subscriber = await client.duplicate().connect();
      await subscriber.subscribe('news', (message) => { void client.set('heard', message) });
      await subscriber.subscribe('news', () => {});
      await client.publish('news', 'hello');
    `);
    await until(() => (lines(told(id).rows).includes('SET heard hello') ? true : undefined));
    expect(lines(told(id).rows).toSorted()).toEqual([
      'PUBLISH news hello',
      'SET heard hello',
      'SUBSCRIBE news',
    ]);
    expect(replies(told(id).rows)[0]).toBe('1) "subscribe"\n2) "news"\n3) (integer) 1');
    const { rows } = await run('await subscriber.unsubscribe(); subscriber.destroy()');
    expect(lines(rows)).toEqual(['UNSUBSCRIBE']);
    expect(replies(rows)).toEqual(['1) "unsubscribe"\n2) "news"\n3) (integer) 0']);
  });
});

describe('connections', () => {
  it('have the same number for all views of a client, another for its duplicates', async () => {
    const { rows } = await run(`
      const twin = await client.duplicate().connect();
      await client.ping();
      await client.withTypeMapping({}).get('a');
      await client.legacy().sendCommand('XLEN', 'a', () => 0);
      await twin.get('a');
      await client.multi().get('b').exec();
      twin.destroy();
    `);
    const first = all(rows)[0]?.connection ?? Number.NaN;
    const twin = all(rows)[3]?.connection ?? Number.NaN;
    expect(lines(rows)).toEqual(['PING', 'GET a', 'XLEN a', 'GET a', 'MULTI', 'GET b', 'EXEC']);
    expect(twin).toBeGreaterThan(first);
    expect(all(rows).map(({ connection }) => connection)).toEqual([
      first,
      first,
      first,
      twin,
      first,
      first,
      first,
    ]);
  });

  it('of a pool have one each, and what waits in it still belongs to its run', async () => {
    await run('const pool = await createClientPool({}, { minimum: 1, maximum: 2 }).connect();');
    const popping = run("await Promise.all([pool.blPop('none-1', 0), pool.blPop('none-2', 0)])");
    await expect.poll(() => admin.info('clients')).toContain('blocked_clients:2\r');
    const counting = run("await Promise.all([pool.xLen('one'), pool.xLen('two')])");
    for (const key of ['none-1', 'none-2']) await admin.rPush(key, 'x');
    const both = await Promise.all([popping, counting]);
    expect(lines(both[0].rows)).toEqual(['BLPOP none-1 0', 'BLPOP none-2 0']);
    expect(lines(both[1].rows)).toEqual(['XLEN one', 'XLEN two']);
    expect(new Set(all(both[0].rows).map(({ connection }) => connection)).size).toBe(2);
    await run('pool.destroy()');
  });
});
