import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';
import { killAll, OwnTemporaryFolder, type Child } from './children.ts';

let temporary: OwnTemporaryFolder;
let server: RunningServer;
let learner: Learner;

beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
});
afterAll(() => temporary.remove());
afterEach(async () => {
  await server.close();
  expect(temporary.left()).toEqual([]);
});

async function enter(): Promise<void> {
  server = await startTestServer({ limits: { spares: 0, mostSpares: 0 } });
  learner = new Learner(server);
}

/** Kills the first of these processes that appears, in the turn of the event loop in which it does. */
async function killNext(look: () => Child[], known: readonly Child[] = []) {
  const isNew = ({ pid }: Child) => !known.some((one) => one.pid === pid);
  while (!look().some(isNew)) await nextTurn();
  killAll(look().filter(isNew));
}

describe('what dies at its start is started once more', () => {
  it.each([
    ['a kernel', () => temporary.kernels()],
    ['a Redis', () => temporary.redises()],
  ])('%s', async (_, look) => {
    await enter();
    await killNext(look);
    expect((await learner.run('1 + 1')).value).toBe('2');
    expect(learner.view).toMatchObject({ kernel: { generation: 1 }, redis: { state: 'ready' } });
  });

  it('a kernel that takes the place of another', async () => {
    await enter();
    await learner.run('1');
    const kernels = temporary.kernels();
    killAll(kernels);
    await killNext(() => temporary.kernels(), kernels);
    await learner.until(({ kernel }) => (kernel.generation === 2 ? true : undefined));
    expect((await learner.run('1 + 1')).value).toBe('2');
    expect(learner.view.kernel).toMatchObject({ state: 'ready', generation: 2 });
  });

  it('a Redis that takes the place of another, where its kernel finds it', async () => {
    await enter();
    const connect =
      "import { createClient } from 'redis';\nconst client = await createClient().connect();";
    await learner.run(connect);
    const redises = temporary.redises();
    killAll(redises);
    await killNext(() => temporary.redises(), redises);
    await learner.until(
      ({ redis }) => (redis.state === 'ready' && redis.notice !== null) || undefined,
    );
    expect((await learner.run('await client.ping()')).value).toBe("'PONG'");
  });
});
