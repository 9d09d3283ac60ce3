import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

/** Waits until a cell is selected, or any other element has the focus. */
function focused({ page }: NotebookPage, selector: string): Promise<void> {
  return page.locator(selector).and(page.locator(':focus')).waitFor();
}

function selected(notebook: NotebookPage, slug: string): Promise<void> {
  return focused(notebook, `[data-cell="${slug}"] [data-code]`);
}

it('goes through the notebook, runs and stops it, by single keys', async () => {
  const notebook = await site.open();
  const { keyboard } = notebook.page;
  const bar = await notebook.page.getByRole('toolbar').boundingBox();
  await notebook.code('connect').focus();
  await keyboard.press('j');
  await selected(notebook, 'open-stream');
  await keyboard.press('ArrowDown');
  await selected(notebook, 'add-entry');
  await keyboard.press('End');
  await selected(notebook, 'worker');
  await keyboard.press('k');
  await keyboard.press('Home');
  await selected(notebook, 'connect');
  await keyboard.press('ArrowUp');
  await selected(notebook, 'connect');
  // A cell that is gone to is not behind the bar that stays at the top.
  const box = await notebook.code('connect').boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));

  // The keys that run work in the text too; there, letters are letters.
  await keyboard.press('Control+Enter');
  expect(await notebook.ended('connect')).toBe('ok');
  await selected(notebook, 'connect');
  await notebook.write('connect', 'await new Promise(() => setInterval(() => {}, 1000));');
  await keyboard.press('Shift+Enter');
  await notebook.hasStatus('connect', 'running');
  await selected(notebook, 'open-stream');
  await keyboard.press('i');
  await keyboard.press('i');
  expect(await notebook.ended('connect')).toBe('stopped');
  await notebook.edit('open-stream');
  await keyboard.type('j0?');
  expect(await notebook.code('open-stream').innerText()).toContain('j0?');
});

it('lists the keys, asks before it restarts, and gives the focus back', async () => {
  const notebook = await site.open();
  const { page } = notebook;
  const { keyboard } = page;
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
  await notebook.code('connect').focus();
  await keyboard.press('Shift+Enter');
  await notebook.ended('connect');
  await selected(notebook, 'open-stream');

  await keyboard.press('?');
  const keys = dialog('Keys');
  expect(await keys.innerText()).toContain('Run the cell and go on to the next');
  // Nothing behind a dialog hears a key.
  await keyboard.press('j');
  await keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await selected(notebook, 'open-stream');
  await notebook.button('Keys').click();
  await keys.getByRole('button', { name: 'Close' }).click();
  await focused(notebook, 'button:has-text("Keys")');

  await notebook.code('open-stream').focus();
  await keyboard.press('0');
  await keyboard.press('0');
  await dialog('Restart?').waitFor();
  await keyboard.press('Escape');
  await dialog('Restart?').waitFor({ state: 'detached' });
  await selected(notebook, 'open-stream');
  await notebook.hasStatus('connect', 'ok');
  await keyboard.press('0');
  await keyboard.press('0');
  await dialog('Restart?').waitFor();
  await keyboard.press('Enter');
  await notebook.hasStatus('connect', 'stale');
  await selected(notebook, 'open-stream');
});

it('goes to the lens and back', async () => {
  const notebook = await site.open();
  const { page } = notebook;
  await notebook.code('add-entry').focus();
  await page.keyboard.press('l');
  await focused(notebook, '#stream-lens button:has-text("Picture")');
  await page.keyboard.press('Escape');
  await selected(notebook, 'add-entry');
  // Where the lens is a drawer, the keys open and close it.
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.keyboard.press('l');
  await notebook.lens.getByRole('button', { name: 'Picture' }).waitFor();
  await focused(notebook, '#stream-lens button:has-text("Stream lens")');
  await page.keyboard.press('Escape');
  await notebook.lens.getByRole('button', { name: 'Picture' }).waitFor({ state: 'hidden' });
  await selected(notebook, 'add-entry');
});
