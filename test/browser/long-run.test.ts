import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite({ cellMs: 1000, answerMs: 1e6, spares: 0 });

it('asks about a cell that goes on for long, in the cell and aloud, and lets it go on', async () => {
  const notebook = await site.open();
  await notebook.write('connect', 'await new Promise((done) => setTimeout(done, 4000)); 5');
  await notebook.press('connect');
  const question = notebook.cell('connect').locator('[data-long-run]');
  await question.getByText(/has been running for \d+ s\. It will be stopped in/).waitFor();
  await notebook.page
    .locator('[aria-live="polite"]')
    .getByText(/Connect to Redis has been running .* unless you press Let it go on/)
    .waitFor();
  await question.getByRole('button', { name: 'Let it go on' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await notebook.ended('connect')).toBe('ok');
  expect(await notebook.output('connect')).toContain('5');
});
