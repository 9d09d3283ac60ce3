import { expect, it } from 'vitest';
import { kernel, run, signals, stopRedis, until, useRecordedKernel } from './recorded-kernel.ts';

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
