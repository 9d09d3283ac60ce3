import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from './support/violations.ts';
import { shownText, type NotebookPage } from './support/notebook-page.ts';
import { NARROW, useSite, WIDE } from './support/use-site.ts';

const site = useSite();

/** Puts the cursor at the end of a cell's text, in the editor that wide windows have. */
async function typeAtEnd(notebook: NotebookPage, slug: string, text: string): Promise<void> {
  await notebook.edit(slug);
  await notebook.code(slug).locator('.monaco-editor.focused').waitFor();
  await notebook.page.keyboard.press('ControlOrMeta+End');
  await notebook.page.keyboard.type(text);
}

/** How many places of static text are underlined as doubtful. */
function doubts({ page }: NotebookPage): Promise<number> {
  return page.evaluate(() => CSS.highlights.get('problem-doubt')?.size ?? 0);
}

/**
 * Scrolls a cell out of view and back while the page has so much to do that the browser tells what is in
 * view only when it is over: everything at once.
 */
async function passBusily(notebook: NotebookPage, slug: string): Promise<void> {
  await notebook.code(slug).evaluate(async (code) => {
    const frames = async (count: number) => {
      while (count-- > 0) await new Promise(requestAnimationFrame);
    };
    let isBusy = true;
    const work = () => {
      const end = performance.now() + 15;
      while (performance.now() < end);
      if (isBusy) void scheduler.postTask(work, { priority: 'user-blocking' });
    };
    code.scrollIntoView({ block: 'center', behavior: 'instant' });
    await frames(3);
    work();
    await frames(2);
    scrollBy({ top: 2 * innerHeight, behavior: 'instant' });
    await frames(2);
    code.scrollIntoView({ block: 'center', behavior: 'instant' });
    await frames(2);
    isBusy = false;
  });
}

it('offers, explains and doubts by what the cells above have made, and stops no run', async () => {
  const notebook = await site.open({
    savesData: false,
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  const { page } = notebook;
  const { keyboard } = page;
  const code = notebook.code('add-to-streams');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await passBusily(notebook, 'add-to-streams');
  await typeAtEnd(notebook, 'add-to-streams', '\ncg.');

  const list = code.locator('.suggest-widget.visible');
  await list.getByText('stream_a', { exact: true }).waitFor();
  expect(await violations(notebook, '[data-cell="add-to-streams"]')).toEqual([]);
  // Near the top of the window there is only room below.
  await code.evaluate((part) => scrollBy(0, part.getBoundingClientRect().top - 100));
  await keyboard.type('stream_a.ad');
  await list.getByText('add', { exact: true }).waitFor();
  await expect.poll(() => isBelow(list, code.locator('.cursor'))).toBe(true);
  // Escape belongs to the list first; Tab takes what it offers.
  await keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await code.locator('.monaco-editor.focused').waitFor();
  await keyboard.type('d(');
  await code.locator('.parameter-hints-widget.visible').getByText('fields').first().waitFor();
  await keyboard.type('{ n: 1 }); cg.nothing; const x = 1;');
  await code.locator('.squiggly-info').waitFor();
  await expect.poll(() => code.locator('.squiggly-error').count()).toBe(0);

  const added = code.locator('.view-line span', { hasText: /^add$/ }).first();
  await added.hover();
  const hover = page.locator('.monaco-hover', { hasText: 'Appends an entry (XADD)' });
  await hover.waitFor();
  await expect.poll(() => isBelow(hover, added)).toBe(true);
  await page.mouse.move(0, 0);

  for (const slug of ['connect', 'open-stream', 'dummy-entries', 'make-group']) {
    expect(await notebook.run(slug)).toBe('ok');
  }
  expect(await notebook.run('add-to-streams')).toBe('ok');
  // What was typed last is declared again, and awaited: nothing is wrong with that.
  const again = notebook.code('read-one-each');
  await typeAtEnd(notebook, 'read-one-each', '\nconst x = await "again";\nx.trim();x.no');
  await again.locator('.squiggly-info').waitFor();
  for (let letter = 0; letter < 'x.no'.length; letter++) await keyboard.press('Backspace');
  await again.locator('.squiggly-info').waitFor({ state: 'detached' });
  await expect.poll(() => again.locator('.squiggly-error').count()).toBe(0);
  expect(requests.filter((url) => !url.startsWith(site.server.url))).toEqual([]);
});

/** Whether a part that lies over the page begins where a line of text ends. */
async function isBelow(part: Locator, line: Locator): Promise<boolean> {
  const [over, under] = [await part.boundingBox(), await line.boundingBox()];
  return over !== null && under !== null && over.y >= under.y + under.height - 2;
}

it('renames in all cells, formats, and undoes after the cell was far away', async () => {
  const notebook = await site.open({ savesData: false });
  const { page } = notebook;
  const { keyboard } = page;
  const group = notebook.code('make-group');
  const reading = notebook.code('read-empty');
  await notebook.laidOut();
  const before = [await shownText(group), await shownText(reading)];

  await typeAtEnd(notebook, 'read-empty', '');
  await keyboard.press('Home');
  for (let step = 0; step < 'await c'.length; step++) await keyboard.press('ArrowRight');
  await keyboard.press('F2');
  await reading.locator('.rename-input').fill('members');
  await keyboard.press('Enter');
  await expect.poll(() => shownText(group)).toBe(before[0]?.replace(/\bcg\b(?!-)/g, 'members'));
  await reading.getByText('members', { exact: false }).first().waitFor();
  await notebook.code('destroy-group').getByText('members').first().waitFor();

  await keyboard.press('Escape');
  await notebook.code('worker').scrollIntoViewIfNeeded();
  await reading.locator('.view-lines').waitFor({ state: 'detached' });
  await notebook.edit('read-empty');
  await reading.locator('.monaco-editor.focused').waitFor();
  await keyboard.press('ControlOrMeta+Z');
  // One step, undone in every cell.
  await expect.poll(() => shownText(group)).toBe(before[0]);
  await notebook.cell('read-empty').getByText('edited').waitFor({ state: 'detached' });
  await expect.poll(() => notebook.page.getByText('edited', { exact: true }).count()).toBe(0);

  await notebook.write('read-empty', 'if(cg){\nawait   cg.read( )\n}');
  await keyboard.press('Shift+Alt+F');
  const lines = async () => (await reading.locator('.view-line').allTextContents()).toSorted();
  // Monaco draws lines in any order, and spaces that do not break.
  const tidy = ['if (cg) {', '  await cg.read()', '}'].map((line) =>
    line.replaceAll(' ', '\u00a0'),
  );
  await expect.poll(lines).toEqual(tidy.toSorted());
});

it('finds nothing wrong with the notebook as it is, and underlines where something is', async () => {
  // So high that every cell is in view.
  const notebook = await site.open({ savesData: false, viewport: { ...WIDE, height: 20_000 } });
  await notebook.write('worker', 'nowhere;');
  // The last cell is looked at last.
  await notebook.code('worker').locator('.squiggly-info').waitFor();
  expect(await doubts(notebook)).toBe(0);
  await expect.poll(() => notebook.page.locator('.squiggly-error').count()).toBe(0);

  // What a run failed at is underlined as an error, until the text is another.
  expect(await notebook.run('worker')).toBe('error');
  await notebook.code('worker').locator('.squiggly-error').waitFor();
  await notebook.write('worker', '1;');
  await notebook.code('worker').locator('.squiggly-error').waitFor({ state: 'detached' });

  // A change above is seen below, in a cell that no editor has shown.
  await notebook.write('open-stream', 'const stream = 1;');
  await expect.poll(() => doubts(notebook)).toBeGreaterThan(0);
});

it('loads nothing of the editor on a small screen', async () => {
  const notebook = await site.open({ savesData: false, viewport: NARROW });
  const loaded: string[] = [];
  notebook.page.on('request', (request) => loaded.push(request.url()));
  await notebook.edit('connect');
  await notebook.page.keyboard.type('1;');
  expect(await notebook.run('connect')).toBe('ok');
  expect(loaded.filter((url) => /workbench|worker/.test(url))).toEqual([]);
});

it('has its colours back when the system has none of its own any more', async () => {
  const notebook = await site.open({ savesData: false });
  const { page } = notebook;
  await typeAtEnd(notebook, 'connect', ' ');
  const line = notebook.code('connect').locator('.view-line').first();
  const colors = () =>
    line.evaluate((one) =>
      [...one.querySelectorAll('span')].map((token) => getComputedStyle(token).color),
    );
  await expect.poll(async () => new Set(await colors()).size).toBeGreaterThan(1);
  const own = await colors();
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(colors).not.toEqual(own);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(colors).toEqual(own);
});
