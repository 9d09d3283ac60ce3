import { describe, expect, it } from 'vitest';
import { useArena } from './support/arena.ts';

const arena = useArena();

// Redis looks at its memory before a command, and not before each: these go round that.
describe('memory of Redis that its own bound does not hold', () => {
  it.each([
    [
      'in a transaction of copies',
      "await client.setRange('k', 1_000_000, 'x'); const all = client.multi(); for (let i = 0; i < 1000; i++) all.copy('k', `k${i}`); await all.exec()",
    ],
    [
      'in what is watched',
      "for (let i = 0; ; i++) await client.watch(`${i}${'x'.repeat(900_000)}`)",
    ],
  ])('is bounded by the system, and costs the data: %s', async (_, source) => {
    const { attacker } = arena;
    const id = attacker.begin(`{ ${source} }`);
    const { notice } = await attacker.until(({ redis }) =>
      redis.state === 'starting' ? redis : undefined,
    );
    expect(notice).toMatch(/ran out of memory.*Variables are kept/);
    await attacker.session.stop(id);
    await attacker.until(({ redis }) => (redis.state === 'ready' ? true : undefined));
    expect((await arena.held('await client.dbSize()')).value).toBe('0');
  });
});
