import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../server/server.ts';
import { startTestServer } from '../support/server.ts';
import { OwnTemporaryFolder } from './children.ts';

let temporary: OwnTemporaryFolder;
let server: RunningServer;

beforeAll(async () => {
  temporary = await OwnTemporaryFolder.make();
  server = await startTestServer({ limits: { spares: 1, mostSpares: 2, startsAtOnce: 1 } });
});
afterAll(async () => {
  await server.close();
  expect(temporary.left()).toEqual([]);
  await temporary.remove();
});

describe('warm rooms', () => {
  it('are there before anybody comes, and another takes the place of one that is taken', async () => {
    const { pool } = server;
    await pool.settled();
    expect(pool.warm).toBe(1);
    const before = temporary.kernels();
    const room = await pool.take();
    expect(before.map(({ pid }) => pid)).toEqual([room.kernel.pid]);
    await pool.settled();
    expect(pool.warm).toBe(1);
    expect(temporary.kernels()).toHaveLength(2);
    await room.close();
  });

  it('go to those who ask in their order, and to nobody who has gone', async () => {
    const order: string[] = [];
    const take = async (name: string, isWanted = true) => {
      const room = await server.pool.take(() => isWanted);
      order.push(name);
      return room;
    };
    const taken = [take('first'), take('second'), take('gone', false), take('third')];
    const rooms = await Promise.allSettled(taken);
    expect(order).toEqual(['first', 'second', 'third']);
    expect(rooms.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    for (const room of rooms) if (room.status === 'fulfilled') await room.value.close();
  });

  it('are more when many come', async () => {
    await server.pool.settled();
    expect(server.pool.warm).toBe(2);
  });

  it('are replaced when they die', async () => {
    const [dying] = temporary.kernels();
    if (!dying) throw new Error('There are spares.');
    process.kill(dying.pid, 'SIGKILL');
    await expect.poll(() => temporary.kernels()).not.toContainEqual(dying);
    await server.pool.settled();
    expect(server.pool.warm).toBe(2);
    expect(temporary.kernels()).toHaveLength(2);
  });
});
