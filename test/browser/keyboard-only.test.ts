import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

/** What has the focus, as a person would name it, and the section that it is in. */
function focus({ page }: NotebookPage): Promise<{ name: string; section: string | null }> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const cell = activeElement?.closest('[data-cell]')?.getAttribute('data-cell') ?? '';
    const own = activeElement?.ariaLabel ?? activeElement?.textContent ?? '';
    return {
      name: `${cell} ${activeElement?.tagName} ${own}`.replace(/\s+/g, ' ').slice(0, 90),
      section: activeElement?.closest('main > section')?.id ?? null,
    };
  });
}

function focused({ page }: NotebookPage, selector: string): Promise<void> {
  return page.locator(selector).and(page.locator(':focus')).waitFor();
}

it('is used by keyboard alone: skip, run, edit, look under the cell and into the lens, and back', async () => {
  const notebook = await site.open({ savesData: false });
  const { page } = notebook;
  const { keyboard } = page;
  await keyboard.press('Tab');
  await focused(notebook, 'a.skip');
  await keyboard.press('Enter');
  const code = '[data-cell="connect"] [data-code]';
  for (let tabs = 0; (await page.locator(code).and(page.locator(':focus')).count()) === 0; tabs++) {
    expect(tabs).toBeLessThan(30);
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  await notebook.code('connect').locator('.monaco-editor.focused').waitFor();
  await keyboard.press('ControlOrMeta+End');
  await keyboard.type('\n6 * 7;');
  // In the text Tab indents; Escape lets it go on.
  await keyboard.press('Escape');
  await focused(notebook, code);
  await keyboard.press('Shift+Enter');
  expect(await notebook.ended('connect')).toBe('ok');
  expect(await notebook.output('connect')).toContain('42');
  await focused(notebook, '[data-cell="open-stream"] [data-code]');
  await page.locator('[aria-live="polite"]').getByText('Connect to Redis: OK').waitFor();
  await keyboard.press('Shift+Enter');
  await keyboard.press('Control+Enter');
  expect(await notebook.ended('add-entry')).toBe('ok');

  const tab = '[data-cell="add-entry"] [role="tab"]';
  for (let tabs = 0; (await page.locator(tab).and(page.locator(':focus')).count()) === 0; tabs++) {
    expect(tabs).toBeLessThan(20);
    await keyboard.press('Tab');
  }
  await keyboard.press('ArrowRight');
  await focused(notebook, `${tab}:has-text("Commands")`);
  await notebook.cell('add-entry').getByRole('link', { name: 'XADD' }).waitFor();
  await keyboard.press('Escape');
  await focused(notebook, '[data-cell="add-entry"] [data-code]');
  await keyboard.press('l');
  await focused(notebook, '#stream-lens button');
  await keyboard.press('Escape');
  await focused(notebook, '[data-cell="add-entry"] [data-code]');
});

it('lets Tab through a section and back: nothing catches it', async () => {
  // Nothing is loaded late, which would add to the way while it is gone.
  const notebook = await site.open();
  await notebook.laidOut();
  const { page } = notebook;
  for (const slug of ['connect', 'open-stream', 'read-all']) {
    expect(await notebook.run(slug)).toBe('ok');
  }
  await page.locator('#processing-data h2 a').focus();
  const there: string[] = [];
  for (
    let at = await focus(notebook);
    at.section !== 'consumer-groups';
    at = await focus(notebook)
  ) {
    there.push(at.name);
    expect(there.length).toBeLessThan(150);
    await page.keyboard.press('Tab');
  }
  // Every cell was on the way, with its code and its button.
  expect(there.filter((name) => name.includes('Enter edits it'))).toHaveLength(8);
  expect(there.filter((name) => / BUTTON Run: /.test(name))).toHaveLength(8);
  const back: string[] = [];
  while (back.length < there.length) {
    await page.keyboard.press('Shift+Tab');
    back.push((await focus(notebook)).name);
  }
  expect(back).toEqual(there.toReversed());
});
