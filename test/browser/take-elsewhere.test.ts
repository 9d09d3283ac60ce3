import { readFileSync } from 'node:fs';
import type { Download, Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { readNotebook } from '../../core/ipynb/read-notebook.ts';
import { shownText } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

async function textOf(download: Promise<Download>): Promise<{ name: string; text: string }> {
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

it('saves scripts and a notebook with own texts, and takes cells from a notebook back', async () => {
  const notebook = await site.open({ savesData: true });
  const { page } = notebook;
  const download = async (opener: Locator, item: string) => {
    await opener.click();
    const saving = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    return textOf(saving);
  };
  const more = notebook.cell('wake-reader').getByRole('button', { name: /^More/ });
  const own = await download(more, 'Download as script');
  expect(own.name).toBe('wake-reader.mts');
  expect(own.text).toContain("await stream.add({ message: 'wake up' })");
  const ofSection = page.locator('#processing-data .heading button');
  expect(await ofSection.getAttribute('aria-label')).toBe(
    'Script: the section “Processing data in real time”',
  );
  const section = await download(ofSection, 'Download the section as a script');
  expect(section.name).toBe('processing-data.mts');
  expect(section.text).toContain('console.log(await waitForEntry);');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ofSection.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Copy the section as a script' }).press('Enter');
  await page.getByRole('status').getByText('Paste it into a file processing-data.mts').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(section.text);

  await notebook.write('wake-reader', "await stream.add({ message: 'mine' });");
  const jupyter = page.getByRole('group', { name: 'Jupyter' });
  const saving = page.waitForEvent('download');
  await jupyter.getByRole('button', { name: 'Save as Jupyter notebook' }).click();
  const saved = await textOf(saving);
  expect(saved.name).toBe('streambook-walrus.ipynb');
  const { texts } = readNotebook(saved.text);
  expect(texts).toContain("await stream.add({ message: 'mine' });");
  await jupyter.getByText('Saved as streambook-walrus.ipynb').waitFor();

  const load = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await jupyter.getByRole('button', { name: 'Take cells from a notebook' }).click();
    const buffer = Buffer.from(text);
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
  };
  await load('half.ipynb', saved.text.slice(0, 100));
  await jupyter.getByText('“half.ipynb”: This file is no notebook').waitFor();
  const cell = (source: string) => ({ cell_type: 'code', metadata: {}, source });
  const cells = [
    cell('6 * 7;'),
    cell('import "npm:redis@5";'),
    { cell_type: 'markdown', source: '' },
  ];
  await load('theirs.ipynb', JSON.stringify({ nbformat: 4, metadata: {}, cells }));
  const dialog = page.getByRole('dialog', { name: 'Take these cells?' });
  await dialog.getByText('“theirs.ipynb” has 2 cells of code.').waitFor();
  await dialog.getByText('6 * 7;').waitFor();
  await dialog.getByRole('button', { name: 'Take them' }).click();
  const scratch = page.locator('[data-cell^="scratch-"]');
  await expect
    .poll(async () => Promise.all((await scratch.locator('[data-code]').all()).map(shownText)))
    .toEqual(['6 * 7;', 'import "redis";']);
  expect(await scratch.first().getAttribute('data-status')).toBe('idle');
  await jupyter.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => scratch.count()).toBe(0);
});
