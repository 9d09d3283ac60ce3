import { describe, expect, it } from 'vitest';
import type { Entry } from '../../walrus/index.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();
const group = () => bench.db.consumerGroup('workers', 'jobs');
const jobs = () => group().jobs;

async function addJobs(...names: string[]): Promise<void> {
  for (const name of names) await bench.direct.stream('jobs').add({ name });
}

/** Works until `count` jobs are done, then stops in good order; resolves to their names. */
async function work(
  count: number,
  options: Parameters<ReturnType<typeof jobs>['consume']>[0] = {},
  body: (entry: Entry) => void | Promise<void> = () => undefined,
): Promise<string[]> {
  const controller = new AbortController();
  const done: string[] = [];
  for await (const entry of jobs().consume({ ...options, signal: controller.signal })) {
    await body(entry);
    done.push(entry.message['name'] ?? '');
    if (done.length === count) controller.abort();
  }
  return done;
}

const pendingIds = async () => (await jobs().pending()).map(({ id }) => id);

describe('The loop over the work of a consumer', () => {
  it('acknowledges each entry when the body is done with it', async () => {
    await group().create();
    await addJobs('a', 'b', 'c');
    const held: number[] = [];
    const done = await work(3, {}, async () => {
      held.push((await pendingIds()).length);
    });
    expect(done).toEqual(['a', 'b', 'c']);
    expect(held).toEqual([3, 2, 1]);
    expect(await pendingIds()).toEqual([]);
  });

  it('gets what arrives while it waits', async () => {
    await group().create();
    const working = work(1);
    await bench.proxy.until((commands) => commands.some((words) => words.includes('BLOCK')));
    await addJobs('late');
    expect(await working).toEqual(['late']);
  });

  it('waits again and again with a bound', async () => {
    await group().create();
    const working = work(1, { block: 1 });
    await bench.proxy.until(
      (commands) => commands.filter((words) => words.includes('BLOCK')).length > 3,
    );
    await addJobs('late');
    expect(await working).toEqual(['late']);
  });

  it('leaves an entry pending when the body throws, and begins with it the next time', async () => {
    await group().create();
    await addJobs('a', 'b');
    const failing = work(2, {}, (entry) => {
      if (entry.message['name'] === 'b') throw new Error('cannot do b');
    });
    await expect(failing).rejects.toThrow('cannot do b');
    expect(await jobs().pending()).toMatchObject([{ deliveriesCounter: 1 }]);
    await addJobs('c');
    expect(await work(2)).toEqual(['b', 'c']);
    expect(await pendingIds()).toEqual([]);
  });

  it('leaves an entry pending when the loop is left by break', async () => {
    await group().create();
    await addJobs('a');
    for await (const entry of jobs().consume()) {
      expect(entry.message).toEqual({ name: 'a' });
      break;
    }
    expect(await pendingIds()).toHaveLength(1);
  });

  it('stops at once when aborted while it waits, and leaves no blocked connection', async () => {
    await group().create();
    const controller = new AbortController();
    const working = (async () => {
      for await (const entry of jobs().consume({ signal: controller.signal }))
        expect(entry).toBeNull();
      return 'stopped';
    })();
    await bench.proxy.until((commands) => commands.some((words) => words.includes('BLOCK')));
    controller.abort();
    expect(await working).toBe('stopped');
    for (;;) {
      if ((await bench.direct.client.info('clients')).includes('blocked_clients:0\r')) break;
    }
  });

  it('leaves the rest of a batch pending when stopped, for the next time', async () => {
    await group().create();
    await addJobs('a', 'b', 'c');
    expect(await work(1)).toEqual(['a']);
    expect(await pendingIds()).toHaveLength(2);
    expect(await work(2)).toEqual(['b', 'c']);
  });

  it('passes over pending entries that were deleted', async () => {
    await group().create();
    await addJobs('a', 'b');
    const [first] = await jobs().read();
    await jobs().delete(first ?? '');
    expect(await work(1)).toEqual(['b']);
    expect(await pendingIds()).toEqual([]);
  });

  it('takes over what others left idle, when asked to', async () => {
    await group().create();
    await addJobs('a', 'b');
    await group().consumer('dead').jobs.read();
    await addJobs('c');
    expect(await work(1)).toEqual(['c']);
    await jobs().claim((await jobs().pending()).map(({ id }) => id));
    await group()
      .consumer('dead')
      .jobs.claim(await pendingIds());
    const done = await work(2, { takeOverIdle: 1, count: 1, block: 1 });
    expect(done).toEqual(['a', 'b']);
    expect(await pendingIds()).toEqual([]);
  });

  it('hands an entry that failed too often to the callback, and acknowledges it', async () => {
    await group().create();
    await addJobs('poison', 'good');
    const handedOver: [string | undefined, number][] = [];
    const options = {
      maxDeliveries: 2,
      onPoison: (entry: Entry, deliveries: number) => {
        handedOver.push([entry.message['name'], deliveries]);
      },
    };
    const body = (entry: Entry) => {
      if (entry.message['name'] === 'poison') throw new Error('poisoned');
    };
    await expect(work(1, options, body)).rejects.toThrow('poisoned');
    await expect(work(1, options, body)).rejects.toThrow('poisoned');
    expect(handedOver).toEqual([]);
    expect(await work(1, options, body)).toEqual(['good']);
    expect(handedOver).toEqual([['poison', 2]]);
    expect(await pendingIds()).toEqual([]);
  });

  it('keeps a poisoned entry pending when the callback fails', async () => {
    await group().create();
    await addJobs('poison');
    await jobs().read();
    const onPoison = () => {
      throw new Error('no room for it');
    };
    await expect(work(1, { maxDeliveries: 1, onPoison })).rejects.toThrow('no room for it');
    expect(await pendingIds()).toHaveLength(1);
  });

  it('makes the group when there is none', async () => {
    await addJobs('a');
    expect(await work(1)).toEqual(['a']);
  });

  it('goes on when everything was flushed under it', async () => {
    await group().create();
    // Long ago: after a flush, an entry that is added within the same millisecond gets the same id again.
    await bench.direct.stream('jobs').add({ name: 'before' }, { id: '1-1' });
    const failures: unknown[] = [];
    const working = work(2, { onInterrupted: (error) => failures.push(error) });
    await bench.proxy.until(
      (commands) => commands.filter((words) => words.includes('BLOCK')).length === 2,
    );
    await bench.direct.client.flushAll();
    await addJobs('after');
    expect(await working).toEqual(['before', 'after']);
    expect(failures).toHaveLength(1);
    expect(String(failures[0])).toMatch(/NOGROUP|UNBLOCKED/);
  });

  it('goes on after the newest entry it saw when the group was destroyed', async () => {
    await group().create();
    await addJobs('before');
    const working = work(2);
    await bench.proxy.until(
      (commands) => commands.filter((words) => words.includes('BLOCK')).length === 2,
    );
    await bench.direct.consumerGroup('workers', 'jobs').destroy();
    await addJobs('after');
    expect(await working).toEqual(['before', 'after']);
  });

  it('goes on when the connection was lost while it waited', async () => {
    await group().create();
    const failures: unknown[] = [];
    const working = work(1, { onInterrupted: (error) => failures.push(error) });
    await bench.proxy.until((commands) => commands.some((words) => words.includes('BLOCK')));
    bench.proxy.cut();
    await addJobs('a');
    expect(await working).toEqual(['a']);
    expect(failures.length).toBeGreaterThan(0);
  });

  it('stops in good order while the server cannot be reached', async () => {
    await group().create();
    const controller = new AbortController();
    const working = (async () => {
      const options = { signal: controller.signal, onInterrupted: () => controller.abort() };
      for await (const entry of jobs().consume(options)) expect(entry).toBeNull();
      return 'stopped';
    })();
    await bench.proxy.until((commands) => commands.some((words) => words.includes('BLOCK')));
    bench.proxy.refuse(true);
    bench.proxy.cut();
    expect(await working).toBe('stopped');
    bench.proxy.refuse(false);
    expect(await jobs().length()).toBe(0);
  });

  it('ends with an error of the server that is beyond help', async () => {
    await bench.direct.client.set('jobs', 'text');
    await expect(work(1)).rejects.toThrow('WRONGTYPE');
  });

  it('shares the work between consumers, each entry once', async () => {
    await group().create();
    const names = Array.from({ length: 60 }, (_, n) => `job ${n}`);
    await addJobs(...names);
    const controller = new AbortController();
    const done: string[] = [];
    const worker = async (name: string) => {
      const own = group().consumer(name).jobs;
      for await (const entry of own.consume({ signal: controller.signal, count: 3 })) {
        done.push(entry.message['name'] ?? '');
        if (done.length === names.length) controller.abort();
      }
    };
    await Promise.all(['w1', 'w2', 'w3'].map(worker));
    expect([...done].sort()).toEqual([...names].sort());
    expect(await pendingIds()).toEqual([]);
  });

  it('refuses options that make no sense', async () => {
    await expect(work(1, { count: 0 })).rejects.toThrow(RangeError);
    await expect(work(1, { takeOverIdle: 0 })).rejects.toThrow(RangeError);
  });

  it('yields messages in a time series', async () => {
    const series = bench.db.timeSeries('ts', 's1');
    await series.create();
    await series.s1.add({ n: 1 }, { id: new Date(1000) });
    await series.s1.read();
    await series.s1.add({ n: 2 }, { id: new Date(2000) });
    const poisoned: number[] = [];
    const onPoison = (message: { timestamp: Date }) => {
      poisoned.push(message.timestamp.getTime());
    };
    const controller = new AbortController();
    const seen: number[] = [];
    const { signal } = controller;
    for await (const message of series.s1.consume({ signal, maxDeliveries: 1, onPoison })) {
      seen.push(message.timestamp.getTime());
      controller.abort();
    }
    expect(poisoned).toEqual([1000]);
    expect(seen).toEqual([2000]);
    expect(await series.s1.pending()).toEqual([]);
  });
});
