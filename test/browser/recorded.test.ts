import { expect, it } from 'vitest';
import { atRest } from './support/at-rest.ts';
import { hold } from './support/hold-files.ts';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { violationsInBothThemes } from './support/violations.ts';

// One session: whoever comes after the first learner stands in line.
const site = useSite({ sessions: 1 });

const recorded = (notebook: NotebookPage, slug: string) =>
  notebook.cell(slug).locator('[data-recorded]');

it('shows what each cell did when it was recorded, until it is run, and moves nothing that is read', async () => {
  const notebook = await site.open({ savesData: false });
  const { page } = notebook;
  await page.goto(`${site.server.url}#cell-range-count`);
  // Nothing of it comes before the page has found its place.
  const letThrough = await hold(page, '**/assets/recorded-*');
  await page.reload();
  await notebook.connected();
  const top = () => notebook.cell('range-count').evaluate((one) => one.getBoundingClientRect().top);
  await atRest(page);
  const before = await top();
  letThrough();
  await recorded(notebook, 'worker').waitFor({ state: 'attached' });
  await recorded(notebook, 'add-entry').waitFor({ state: 'attached' });
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
  // The cell that the link leads to shows it as well, and the next one only when it is out of sight.
  await recorded(notebook, 'range-count').waitFor();
  expect(await recorded(notebook, 'range-all').count()).toBe(0);

  const add = notebook.cell('add-entry');
  await recorded(notebook, 'add-entry')
    .getByText(/Recorded with Redis [\d.]+; not run here/)
    .waitFor();
  await recorded(notebook, 'add-entry')
    .getByText(/^\d{13}-0$/)
    .first()
    .waitFor();
  await recorded(notebook, 'add-entry').getByText('Commands 1').click();
  await recorded(notebook, 'add-entry').getByRole('link', { name: 'XADD' }).waitFor();
  // Nothing of it looks like a run.
  await add.getByText('Not run', { exact: true }).waitFor();
  expect(await add.locator('.count').innerText()).toBe('[ ]');
  expect(await add.locator('[data-output]').isVisible()).toBe(false);
  expect(await add.locator('[data-commands], [data-changes]').count()).toBe(0);
  expect(await violationsInBothThemes(notebook, '#cell-add-entry')).toEqual([]);

  // Another dialect, another recording; another text, none.
  await page.getByRole('button', { name: /^node-redis/ }).dispatchEvent('click');
  await recorded(notebook, 'open-stream').getByText('Commands 1').waitFor();
  await notebook.write('open-stream', "const stream = 'mine';");
  await expect.poll(() => recorded(notebook, 'open-stream').count()).toBe(0);
  await notebook.cell('open-stream').getByRole('button', { name: 'Restore original' }).click();
  await recorded(notebook, 'open-stream').waitFor();

  for (const slug of ['connect', 'open-stream', 'add-entry']) {
    expect(await notebook.run(slug)).toBe('ok');
    expect(await recorded(notebook, slug).count()).toBe(0);
  }
  expect(await notebook.output('add-entry')).toMatch(/\d{13}-0/);
});

it('shows what was recorded to whoever has no session, in the lens too', async () => {
  const notebook = await site.visit();
  const { page, lens } = notebook;
  await notebook.banner('is full').waitFor();
  await recorded(notebook, 'worker').waitFor({ state: 'attached' });
  await recorded(notebook, 'connect').getByText('Database { isReady: true }').waitFor();
  await lens.getByText(/Recorded with Redis [\d.]+; not run here/).waitFor();
  await expect.poll(() => lens.locator('[data-stream="jobs"]').count()).toBe(1);
  const time = lens.getByRole('slider', { name: 'Recorded moment that is shown' });
  await time.focus();
  await page.keyboard.press('Home');
  await lens.getByText('As it was recorded after').waitFor();
  await lens.getByText('There were no streams then.').waitFor();
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => lens.locator('[data-stream="stream-a"] [data-entry]').count()).toBe(1);
  await expect.poll(() => time.getAttribute('aria-valuetext')).toMatch(/Add an entry, recorded$/);
  await lens.getByRole('button', { name: 'The end' }).click();
  await expect.poll(() => lens.locator('[data-stream="jobs"]').count()).toBe(1);
  expect(await violationsInBothThemes(notebook, '#stream-lens')).toEqual([]);
});
