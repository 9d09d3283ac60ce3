import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { settlesWithin, within } from './within.ts';

const never = () => new Promise<never>(() => undefined);

describe('within', () => {
  it('gives what comes in time, and throws what is said of what does not', async () => {
    expect(await within(20_000, 'late', () => Promise.resolve(1))).toBe(1);
    await expect(within(20_000, 'late', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    await expect(within(1, 'late', never)).rejects.toThrow('late');
  });
});

describe('settlesWithin', () => {
  it('counts a rejection as no, and no answer too', async () => {
    expect(await settlesWithin(20_000, Promise.resolve())).toBe(true);
    expect(await settlesWithin(20_000, Promise.reject(new Error('no')))).toBe(false);
    expect(await settlesWithin(1, never())).toBe(false);
  });

  it('hears what came while this process was held up for longer than that', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const taken = once(server, 'connection');
    const sender = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
    const receiver: Socket = (await taken)[0];
    const heard = settlesWithin(20, once(receiver, 'data'));
    sender.write('x');
    for (const from = performance.now(); performance.now() - from < 100;);
    expect(await heard).toBe(true);
    sender.destroy();
    server.close();
  });
});
