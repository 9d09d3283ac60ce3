import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

/** Presses "Load work from a file" and chooses one. */
async function choose({ page }: NotebookPage, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Load work from a file' }).click();
  const buffer = Buffer.from(text);
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
}

it('carries the work to another browser as a file, keeps what is there, and takes it back', async () => {
  const one = await site.open({ savesData: false });
  await one.write('connect', "'mine'");
  await one.page.keyboard.press('Escape');
  await one.button('Add a scratch cell after “Connect to Redis”').focus();
  await one.page.keyboard.press('Enter');
  await one.page.locator('.monaco-editor.focused').waitFor();
  await one.page.keyboard.insertText('6*7');
  expect(await one.run('open-stream')).toBe('error');
  const saved = one.page.waitForEvent('download');
  await one.page.getByRole('button', { name: 'Save my work to a file' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^streambook-work-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await file.path(), 'utf8');

  const other = await site.open({ savesData: false });
  const { page } = other;
  await choose(other, 'half.json', text.slice(0, 50));
  await page.getByText('“half.json” is not JSON').waitFor();
  await other.write('connect', "'theirs'");
  await page.keyboard.press('Escape');
  await choose(other, 'work.json', text);
  const dialog = page.getByRole('dialog', { name: 'Load this work?' });
  await dialog.getByText('It brings 1 scratch cell.').waitFor();
  await dialog.getByText('1 cell has another text here: “Connect to Redis”').waitFor();
  await dialog.getByRole('button', { name: 'Load it' }).click();
  const scratch = page.locator('[data-cell^="scratch-"]');
  await expect
    .poll(() => scratch.locator('[data-code]').allInnerTexts())
    .toEqual(["'mine'", '6*7']);
  await expect.poll(() => other.text('connect')).toBe("'theirs'");

  await page
    .getByRole('group', { name: 'Your work' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect.poll(() => scratch.count()).toBe(0);
  await expect.poll(() => other.text('connect')).toBe("'theirs'");
});

it('offers to go on where one stopped, and remembers which cells have run well', async () => {
  const first = await site.open({ savesData: false });
  const { page } = first;
  expect(await first.run('connect')).toBe('ok');
  await first.cell('range-count').evaluate((cell) => cell.scrollIntoView({ block: 'center' }));
  // As when it is left; a page that is gone may hand on what it wrote only after a while.
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));

  const later = await site.openTab(first);
  const offer = later.page.locator('[data-go-on]');
  await offer.getByText('Go on where you stopped').waitFor();
  expect(await later.page.evaluate(() => scrollY)).toBe(0);
  const done = later.page.getByRole('navigation', { name: 'Contents' });
  await done.getByRole('link', { name: 'Getting started with streams all cells run' }).waitFor();
  await offer.getByRole('link', { name: 'Basic operations' }).click();
  await expect.poll(() => later.page.evaluate(() => location.hash)).toMatch(/^#cell-range/);
  await offer.waitFor({ state: 'detached' });
});
