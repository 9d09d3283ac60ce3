import { describe, expect, it } from 'vitest';
import { useArena } from './support/arena.ts';

/** Fills Redis with so much that one command over all of it takes many seconds on any machine. */
const FILL =
  "for (let i = 0; i < 16; i++) await client.setRange(`k${i}`, 1_000_000, 'x'); const all = Array.from({ length: 60_000 }, (_, i) => `k${i % 16}`);";
const SLOW = "client.sendCommand(['BITOP', 'OR', 'result', ...all])";

describe('one command that keeps Redis busy', () => {
  // Soon done with the cell that sends it: what is told later is told to the next one.
  const arena = useArena({ redisBusyMs: 3000, lastLookMs: 200 });

  it('is told, and costs the learner the data of that Redis, but not the kernel', async () => {
    const { attacker } = arena;
    await attacker.run(FILL);
    // Sent by a cell that does not wait for it: it is found all the same.
    expect((await attacker.run(`void ${SLOW}.catch(() => 0); 'sent'`)).status).toBe('ok');
    const id = attacker.begin('await client.ping()');
    const { outputs } = await attacker.until(({ runs }) =>
      runs.find((run) => run.id === id && run.outputs.length > 0),
    );
    // As long as it has been when it is looked at, which is before it is given up.
    const told = /Redis has been busy with one command for [23] seconds and answers nothing else/;
    expect(JSON.stringify(outputs)).toMatch(told);
    await arena.neighbourIsUnharmed();
    const { notice } = await attacker.until(({ redis }) =>
      redis.state === 'ready' && redis.notice !== null ? redis : undefined,
    );
    expect(notice).toMatch(/busy with one command for more than 3 seconds.*Variables are kept/);
    await attacker.ended(id);
    expect((await arena.held('await client.dbSize()')).value).toBe('0');
  });
});

describe('while Redis is busy', () => {
  const arena = useArena({ redisBusyMs: 1_000_000, lastLookMs: 1000 });
  const kept = () => arena.attacker.view.redis;

  it('Stop ends a cell that waits for it, one that computes beside it, and Restart helps', async () => {
    const { attacker } = arena;
    await attacker.run(FILL);
    const waits = attacker.begin(`console.log('begun'); await ${SLOW}`);
    await attacker.until(({ runs }) =>
      runs.find((run) => run.id === waits && run.outputs.length > 1),
    );
    await attacker.session.stop(waits);
    expect((await attacker.ended(waits)).status).toBe('stopped');

    const computes = attacker.begin("console.log('begun'); void client.ping(); for (;;) {}");
    await attacker.until(({ runs }) =>
      runs.find((run) => run.id === computes && run.outputs.length > 0),
    );
    await attacker.session.stop(computes);
    expect((await attacker.ended(computes)).status).toBe('stopped');
    expect((await attacker.run('kept')).value).toBe('42');
    expect(kept()).toMatchObject({ state: 'ready', notice: null });

    await attacker.session.restart();
    await attacker.until(({ kernel }) => (kernel.state === 'ready' ? true : undefined));
    expect((await attacker.run('1 + 1')).value).toBe('2');
    await arena.neighbourIsUnharmed();
  });
});
