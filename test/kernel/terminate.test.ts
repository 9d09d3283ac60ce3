import { expect, it } from 'vitest';
import {
  admin,
  kernel,
  run,
  signals,
  stopRedis,
  until,
  useRecordedKernel,
} from './recorded-kernel.ts';

useRecordedKernel();

it('ends a busy loop although the kernel is asked about it all the time', async () => {
  await run('let kept = 42;');
  for (let times = 0; times < 5; times++) {
    const id = `busy-${times}`;
    const ended = run('console.log(1); for (;;) {}', id);
    await until(() => signals.find((signal) => signal.kind === 'text' && signal.run === id));
    const asking = setInterval(() => void kernel.activity(id), 1);
    expect(await kernel.stop(id, stopRedis, true)).toBe('terminated');
    clearInterval(asking);
    expect((await ended).result.status).toBe('stopped');
  }
  expect((await run('kept')).result.output).toMatchObject({ text: '42' });
});

it('ends it too when a run that waits is stopped at the same time', async () => {
  const waiting = run(
    'console.log(1); await new Promise((done) => setTimeout(done, 1e6));',
    'waiting',
  );
  await until(() => signals.find((signal) => signal.kind === 'text' && signal.run === 'waiting'));
  const busy = run('console.log(1); for (;;) {}', 'computing');
  await until(() => signals.find((signal) => signal.kind === 'text' && signal.run === 'computing'));
  const asking = setInterval(() => void kernel.activity('computing'), 1);
  const steps = [
    kernel.stop('computing', stopRedis, true),
    kernel.stop('waiting', stopRedis, false),
  ];
  expect(await Promise.all(steps)).toEqual(['terminated', 'cancelled']);
  clearInterval(asking);
  for (const ended of [busy, waiting]) expect((await ended).result.status).toBe('stopped');
});

it('ends no code while Redis is slow to tell which connection waits', async () => {
  await run('const fresh = await client.duplicate().connect();');
  await admin.sendCommand(['CLIENT', 'PAUSE', '1000']);
  const ended = run(
    "const reading = fresh.xRead({ key: 'none', id: '$' }, { BLOCK: 0 }); console.log(1); await reading",
    'reads',
  );
  await until(() => signals.find((signal) => signal.kind === 'text' && signal.run === 'reads'));
  expect(await kernel.stop('reads', stopRedis, true)).toBe('cancelled');
  expect((await ended).result.status).toBe('stopped');
  expect((await run('await fresh.ping()')).result.output).toMatchObject({ text: "'PONG'" });
});
