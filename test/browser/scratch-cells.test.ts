import { expect, it } from 'vitest';
import { useSite } from './support/use-site.ts';

const site = useSite();

it('adds cells of its own, runs them, keeps them in their order, and brings a deleted one back', async () => {
  const notebook = await site.open({ savesData: false });
  const { page } = notebook;
  const add = async (name: string) => {
    await page.getByRole('button', { name: `Add a scratch cell ${name}` }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor.focused').waitFor();
  };
  await add('before “Connect to Redis”');
  await page.keyboard.insertText('6 * 7');
  await add('after “Connect to Redis”');
  await page.keyboard.insertText('typeof db');
  await add('after “Connect to Redis”');
  await page.keyboard.insertText('db.nothing.at.all');
  const scratch = page.locator('[data-cell^="scratch-"]');
  const names = () => scratch.evaluateAll((all) => all.map((cell) => cell.ariaLabel));
  expect(await names()).toEqual(['Scratch cell 1', 'Scratch cell 3', 'Scratch cell 2']);

  const slugs = await scratch.evaluateAll((all) => all.map((cell) => cell.dataset['cell'] ?? ''));
  const [first = '', third = '', second = ''] = slugs;
  expect(await notebook.run(first)).toBe('ok');
  expect(await notebook.output(first)).toMatch(/Value:\s+42$/);
  expect(await notebook.run('connect')).toBe('ok');
  expect(await notebook.run(second)).toBe('ok');
  expect(await notebook.output(second)).toContain('object');

  await notebook.cell(third).getByRole('button', { name: 'Delete' }).click();
  expect(await names()).toEqual(['Scratch cell 1', 'Scratch cell 2']);
  // The way back has the focus, and stays.
  await page.keyboard.press('Enter');
  expect(await names()).toEqual(['Scratch cell 1', 'Scratch cell 3', 'Scratch cell 2']);
  await notebook.cell(second).getByRole('button', { name: 'Delete' }).click();

  await page.reload();
  await notebook.connected();
  await notebook.hasStatus(first, 'ok');
  expect(await names()).toEqual(['Scratch cell 1', 'Scratch cell 3']);
  await expect.poll(() => notebook.text(third)).toBe('db.nothing.at.all');

  // A run of all takes them in their turn: it ends where one of them fails.
  const statuses = await notebook.runAll();
  expect(statuses).toMatchObject({ [first]: 'ok', connect: 'ok', [third]: 'error' });
  expect(statuses['open-stream']).toBe('stopped');
  await expect.poll(() => page.getByText(/\d of \d+\scells run/).isVisible()).toBe(true);
});
