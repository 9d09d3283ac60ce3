import { describe, expect, it } from 'vitest';
import { told, useArena } from './support/arena.ts';

const arena = useArena();

const EMPTY = 'await client.flushAll()';

describe('Redis is not filled beyond its memory', () => {
  it.each([
    ['with values', "for (let i = 0; ; i++) await client.set(`k${i}`, 'x'.repeat(500_000))"],
    ['with entries', "for (;;) await client.xAdd('s', '*', { x: 'x'.repeat(500_000) })"],
    ['with bits', "for (let i = 0; ; i++) await client.setRange(`k${i}`, 1_000_000, 'x')"],
    [
      'with copies',
      "await client.set('k', 'x'.repeat(500_000)); for (let i = 0; ; i++) await client.copy('k', `k${i}`)",
    ],
  ])('%s: the cell gets an error that helps, and deleting works', async (_, source) => {
    const shown = await arena.held(source);
    expect(told(shown)).toContain('OOM command not allowed');
    expect((await arena.held(EMPTY)).value).toBe("'OK'");
  });

  it('with values that are too large: the connection is cut', async () => {
    const shown = await arena.held("await client.set('k', 'x'.repeat(3e6))");
    expect(shown.status).toBe('error');
    expect((await arena.held('await client.dbSize()')).value).toBe('0');
  });

  it('with one bit far out', async () => {
    const shown = await arena.held("await client.setBit('k', 4294967295, 1)");
    expect(told(shown)).toContain('out of range');
  });

  it('with a comparison that needs the square of its arguments', async () => {
    const shown = await arena.held(
      "await client.setRange('a', 60_000, 'x'); await client.setRange('b', 60_000, 'x'); await client.sendCommand(['LCS', 'a', 'b'])",
    );
    expect(told(shown)).toMatch(/Insufficient memory|LCS/);
    await arena.held(EMPTY);
  });
});

describe('what is asked of Redis is bounded', () => {
  it('a reply that is too large cuts its connection, and no other', async () => {
    await arena.held(
      "for (let i = 0; i < 15; i++) await client.set(`big${i}`, 'x'.repeat(1_000_000)); undefined",
    );
    const shown = await arena.held(
      "const c = await createClient().on('error', () => 0).connect(); const got = await c.mGet(Array.from({ length: 150 }, (_, i) => `big${i % 15}`)).then(() => 'all', (e) => e.message); c.destroy(); got",
    );
    expect(shown.value).not.toBe("'all'");
    await arena.held(EMPTY);
  });

  it('10,000 connections are not to be had', async () => {
    const { value } = await arena.held(
      `{ let made = 0; const all = [];
         for (let i = 0; i < 10_000 && made === all.length; i++) {
           const c = createClient({ socket: { reconnectStrategy: false } }).on('error', () => 0);
           await c.connect().then(() => { made++; all.push(c) }, () => all.push(null));
         }
         for (const c of all) c?.destroy();
         globalThis.made = made } made`,
    );
    expect(Number(value)).toBeLessThan(100);
  });

  it('the server keeps its own connection, however many a learner takes', async () => {
    const { attacker } = arena;
    await attacker.run(
      "{ const many = []; for (let i = 0; i < 120; i++) many.push(createClient({ socket: { reconnectStrategy: false } }).on('error', () => 0)); await Promise.allSettled(many.map((c) => c.connect())); globalThis.many = many }",
    );
    await attacker.run("await client.xAdd('seen', '*', { n: '1' })");
    await attacker.until(({ lens }) =>
      lens?.streams.some(({ key }) => key === 'seen') ? true : undefined,
    );
    await attacker.run('for (const c of many) c.destroy(); undefined');
    await arena.held(EMPTY);
  });

  it('a flood of messages to somebody who does not read ends the one who does not read', async () => {
    const { value } = await arena.held(
      "{ const slow = createClient().on('error', () => 0); await slow.connect(); await slow.subscribe('c', () => 0); for (let i = 0; i < 50; i++) await client.publish('c', 'x'.repeat(500_000)); slow.destroy() } 'done'",
    );
    expect(value).toBe("'done'");
  });
});
