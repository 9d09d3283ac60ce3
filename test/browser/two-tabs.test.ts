import { expect, it } from 'vitest';
import { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

it('shares edits and scratch cells among tabs, and keeps both texts where both type', async () => {
  const one = await site.open({ savesData: false });
  const other = await site.openTab(one);
  const text = (notebook: typeof one, slug: string) => expect.poll(() => notebook.text(slug));

  await one.write('connect', "'first'");
  await text(other, 'connect').toBe("'first'");
  // The cursor of the first tab is still in the text that it typed.
  await other.write('connect', "'second'");
  const notice = one.cell('connect').getByRole('group', { name: 'Edited in another tab' });
  await notice.getByText("'second'").waitFor();
  await other.cell('connect').getByRole('group', { name: 'Edited in another tab' }).waitFor();
  await text(one, 'connect').toContain('first');
  await text(other, 'connect').toContain('second');

  await other.code('connect').focus();
  await notice.getByRole('button', { name: 'Keep mine' }).click();
  await notice.waitFor({ state: 'detached' });
  await text(other, 'connect').toContain('first');
  await other.cell('connect').getByRole('button', { name: 'Change over' }).click();
  await text(one, 'connect').toContain('second');

  const scratch = (notebook: typeof one) => notebook.page.locator('[data-cell^="scratch-"]');
  const add = (notebook: typeof one) =>
    notebook.button('Add a scratch cell after “Connect to Redis”').click({ force: true });
  await add(one);
  await scratch(other).waitFor();
  await add(other);
  await expect.poll(() => scratch(one).count()).toBe(2);
  await scratch(one).first().getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => scratch(other).count()).toBe(1);
  await other.page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => scratch(one).count()).toBe(2);
  const names = (notebook: typeof one) =>
    scratch(notebook).evaluateAll((all) => all.map((cell) => cell.ariaLabel));
  expect(await names(one)).toEqual(await names(other));
});

it('shares the session with a tab that was made as its copy', async () => {
  const one = await site.open({ savesData: false });
  expect(await one.run('connect')).toBe('ok');
  const [copy] = await Promise.all([
    one.page.context().waitForEvent('page'),
    // A window that a page opens gets a copy of its sessionStorage, as a duplicated tab does.
    one.page.evaluate(() => void window.open(location.href)),
  ]);
  const two = new NotebookPage(copy);
  await two.connected();
  await two.hasStatus('connect', 'ok');
  expect(await two.run('open-stream')).toBe('ok');
  await one.hasStatus('open-stream', 'ok');
  expect(await one.run('add-entry')).toBe('ok');
  await two.hasStatus('add-entry', 'ok');
  await expect
    .poll(() => two.lens.locator('[data-stream="stream-a"] [data-entry]').count())
    .toBe(1);
});
