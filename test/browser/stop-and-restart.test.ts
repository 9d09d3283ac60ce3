import { expect, it } from 'vitest';
import { killKernels } from './support/kernel-process.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

// Without a spare, the kernel that is killed is the learner's, and the next one is begun then.
const visit = useVisit(useSite({ spares: 0 }));

it('stops a busy loop and keeps the variables', async () => {
  const { notebook } = visit;
  await notebook.write('range-from', 'let kept = 41;');
  expect(await notebook.run('range-from')).toBe('ok');
  await notebook.write('range-count', 'while (true) kept = 42;');
  await notebook.press('range-count');
  await notebook.hasStatus('range-count', 'running');
  await notebook.press('range-count');
  expect(await notebook.ended('range-count')).toBe('stopped');
  await notebook.write('range-all', 'kept;');
  expect(await notebook.run('range-all')).toBe('ok');
  expect(await notebook.output('range-all')).toMatch(/Value:\s+42$/);
});

it('restarts with a new kernel and an empty Redis', async () => {
  const { notebook } = visit;
  for (const slug of ['connect', 'open-stream', 'add-entry']) {
    expect(await notebook.run(slug)).toBe('ok');
  }
  await notebook.lens.locator('[data-stream="stream-a"]').waitFor();
  await notebook.button('Restart').click();
  await notebook.hasStatus('add-entry', 'stale');
  await notebook.lens.getByText('No streams yet').waitFor();
  expect(await notebook.run('add-entry')).toBe('error');
  expect(await notebook.output('add-entry')).toContain('stream is not defined');
  expect(await notebook.run('connect')).toBe('ok');
  await expect.poll(() => notebook.cell('connect').locator('.count').innerText()).toBe('[2]');
});

it('says that the kernel has died, and runs what stands above again', async () => {
  const { notebook } = visit;
  expect(await notebook.run('connect')).toBe('ok');
  await notebook.write('range-from', 'await db.client.flushAll();');
  for (const slug of ['range-from', 'open-stream', 'add-entry']) {
    expect(await notebook.run(slug)).toBe('ok');
  }
  await notebook.write('id-is-time', 'while (true);');
  await notebook.press('id-is-time');
  await notebook.hasStatus('id-is-time', 'running');
  killKernels();
  await notebook.banner('The kernel ended unexpectedly (signal SIGKILL)').waitFor();
  await notebook.hasStatus('add-entry', 'stale');
  // Redis has outlived the kernel.
  await expect
    .poll(() => notebook.lens.locator('[data-stream="stream-a"] [data-entry]').count())
    .toBe(1);

  await notebook.button('Run all above').click();
  await notebook.settled();
  await notebook.banner('The kernel ended unexpectedly').waitFor({ state: 'detached' });
  for (const slug of ['connect', 'open-stream', 'add-entry']) {
    expect(await notebook.ended(slug)).toBe('ok');
  }
  await expect
    .poll(() => notebook.lens.locator('[data-stream="stream-a"] [data-entry]').count())
    .toBe(2);
  await notebook.write('id-is-time', 'msgid.length;');
  expect(await notebook.run('id-is-time')).toBe('ok');
});
