import type { Keyboard } from 'playwright-core';
import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { useVisit } from './support/use-visit.ts';

const visit = useVisit(useSite(), { savesData: false });

/** Waits until a cell is selected, or any other element has the focus. */
function focused({ page }: NotebookPage, selector: string): Promise<void> {
  return page.locator(selector).and(page.locator(':focus')).waitFor();
}

function selected(notebook: NotebookPage, slug: string): Promise<void> {
  return focused(notebook, `[data-cell="${slug}"] [data-code]`);
}

/** Presses a double key as a hand does: the second press does not wait until the page has dealt with the first. */
async function twice(keyboard: Keyboard, key: string): Promise<void> {
  const press = () => [keyboard.down(key), keyboard.up(key)];
  await Promise.all([...press(), ...press()]);
}

it('goes through the notebook, runs and stops it, by single keys', async () => {
  const { notebook } = visit;
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
  await notebook.write('add-more', 'await new Promise((go) => setTimeout(go, 600_000));');
  await keyboard.press('Shift+Enter');
  await notebook.hasStatus('add-more', 'running');
  await selected(notebook, 'range-from');
  await twice(keyboard, 'i');
  expect(await notebook.ended('add-more')).toBe('stopped');
  await notebook.edit('range-from');
  await keyboard.type('j0?');
  await expect.poll(() => notebook.text('range-from')).toContain('j0?');
});

it('lists the keys, asks before it restarts, and gives the focus back', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  const { keyboard } = page;
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
  await notebook.code('connect').focus();
  await keyboard.press('Shift+Enter');
  await notebook.ended('connect');
  await selected(notebook, 'open-stream');

  await keyboard.press('?');
  const keys = dialog('Keys');
  await expect.poll(() => keys.innerText()).toContain('Run the cell and go on to the next');
  // Nothing behind a dialog hears a key.
  await keyboard.press('j');
  await keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await selected(notebook, 'open-stream');
  await notebook.button('Keys').click();
  await keys.getByRole('button', { name: 'Close' }).click();
  await focused(notebook, 'button:has-text("Keys")');

  // In a low window the list is longer than that: it begins with its beginning.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 400 });
  await notebook.button('Keys').click();
  await expect
    .poll(() => keys.evaluate((list) => [list.scrollTop, list.scrollHeight > 400]))
    .toEqual([0, true]);
  await keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  if (size) await page.setViewportSize(size);

  await notebook.code('open-stream').focus();
  await twice(keyboard, '0');
  await dialog('Restart?').waitFor();
  await keyboard.press('Escape');
  await dialog('Restart?').waitFor({ state: 'detached' });
  await selected(notebook, 'open-stream');
  await notebook.hasStatus('connect', 'ok');
  await twice(keyboard, '0');
  await dialog('Restart?').waitFor();
  await keyboard.press('Enter');
  await notebook.hasStatus('connect', 'stale');
  await selected(notebook, 'open-stream');

  await notebook.cell('open-stream').getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Restart and run to here…' }).click();
  await dialog('Restart and run to here?').getByRole('button', { name: 'Restart and run' }).click();
  await notebook.hasStatus('open-stream', 'ok');
  await notebook.hasStatus('connect', 'ok');
  await notebook.hasStatus('add-entry', 'idle');
});

it('goes to the lens and back', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  await notebook.code('add-entry').focus();
  await page.keyboard.press('l');
  await focused(notebook, '#stream-lens button:has-text("Picture")');
  await page.keyboard.press('Escape');
  await selected(notebook, 'add-entry');
  // Where the lens is a drawer, the keys open and close it.
  await page.setViewportSize({ width: 1000, height: 800 });
  await notebook.lens.getByRole('button', { name: /^Stream lens/ }).waitFor();
  await page.keyboard.press('l');
  await notebook.lens.getByRole('button', { name: 'Picture' }).waitFor();
  await focused(notebook, '#stream-lens button:has-text("Stream lens")');
  await page.keyboard.press('Escape');
  await notebook.lens.getByRole('button', { name: 'Picture' }).waitFor({ state: 'hidden' });
  await selected(notebook, 'add-entry');
});

it('adds scratch cells, deletes them and brings them back, by keys', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  const { keyboard } = page;
  const hint = (text: string) => page.getByRole('status').getByText(text).waitFor();
  const around = () =>
    page.locator('[data-cell]').evaluateAll((all) => all.slice(0, 4).map((cell) => cell.ariaLabel));
  await notebook.code('connect').focus();
  await keyboard.press('a');
  await focused(notebook, '[aria-label="Scratch cell 1"] [data-code]');
  await keyboard.press('j');
  await keyboard.press('b');
  await focused(notebook, '[aria-label="Scratch cell 2"] [data-code]');
  expect(await around()).toEqual([
    'Scratch cell 1',
    'Connect to Redis',
    'Scratch cell 2',
    'Make a Stream object',
  ]);

  await keyboard.press('Enter');
  await page.locator('.monaco-editor.focused').waitFor();
  await keyboard.insertText('6 * 7');
  await keyboard.press('Alt+Enter');
  // The new cell waits for what is typed; the one before has run.
  await page.locator('[aria-label="Scratch cell 3"] .monaco-editor.focused').waitFor();
  await page.locator('[aria-label="Scratch cell 2"][data-status="ok"]').waitFor();
  await keyboard.press('Escape');
  await twice(keyboard, 'd');
  await selected(notebook, 'open-stream');
  await hint('Scratch cell 3 was deleted. Z brings it back.');
  await keyboard.press('z');
  await focused(notebook, '[aria-label="Scratch cell 3"] [data-code]');
  await keyboard.press('j');
  await twice(keyboard, 'd');
  await hint('belongs to the lesson');
  await selected(notebook, 'open-stream');
});

it('copies a cell as a script that says what it needs', async () => {
  const { notebook } = visit;
  const { page } = notebook;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const more = notebook.cell('range-all').getByRole('button', { name: /^More/ });
  await more.focus();
  await page.keyboard.press('ArrowDown');
  await focused(notebook, '[role="menuitem"]:has-text("Copy as script")');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Copy as script' }).press('Enter');
  await page.getByRole('status').getByText('Paste it into a file range-all.mts').waitFor();
  const script = await copied();
  expect(script).toMatch(/^\/\/ npm install walrus@/);
  expect(script).toContain("const stream = db.stream('stream-a');");
  expect(script).toMatch(/\nawait db\.close\(\);\n$/);

  // What the learner has written is what is copied; what cannot be read is named.
  await notebook.write('open-stream', "const stream = db.stream('mine');");
  await more.click();
  await page.getByRole('menuitem', { name: 'Copy as script' }).click();
  await expect.poll(copied).toContain("db.stream('mine')");
  await notebook.write('range-all', 'for (');
  await more.click();
  await page.getByRole('menuitem', { name: 'Copy as script' }).click();
  await page.getByText('“Iterate over all entries” cannot be read as TypeScript').waitFor();
});
