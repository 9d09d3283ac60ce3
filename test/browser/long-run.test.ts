import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite({ cellMs: 2000, answerMs: 1e6, spares: 0 });

it('asks about a cell that goes on for long, in the cell and aloud, and lets it go on', async () => {
  const notebook = await site.open();
  await notebook.write('connect', 'await new Promise((done) => (globalThis.end = done)); 5');
  await notebook.press('connect');
  const question = notebook.cell('connect').locator('[data-long-run]');
  await question.getByText(/has been running for \d+ s\. It will be stopped in/).waitFor();
  await notebook.page
    .locator('[aria-live="polite"]')
    .getByText(/Connect to Redis has been running .* unless you press Let it go on/)
    .waitFor();
  // It is asked again after a while: who looks late would see that.
  await Promise.all([
    question.waitFor({ state: 'detached' }),
    question.getByRole('button', { name: 'Let it go on' }).click(),
  ]);
  await notebook.write('open-stream', 'globalThis.end();');
  expect(await notebook.run('open-stream')).toBe('ok');
  expect(await notebook.ended('connect')).toBe('ok');
  expect(await notebook.output('connect')).toContain('5');
});
