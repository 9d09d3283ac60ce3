import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';
import { violationsInBothThemes } from './support/violations.ts';

const site = useSite();
const CELLS = ['connect', 'open-stream', 'add-entry', 'add-more', 'range-from'];

async function runSome(notebook: NotebookPage): Promise<void> {
  for (const slug of CELLS) expect(await notebook.run(slug)).toBe('ok');
}

it('loses nothing at twice the size, with the distances that somebody sets', async () => {
  // A window of 1440 × 900 at 200 %.
  const notebook = await site.open({ savesData: false, viewport: { width: 720, height: 450 } });
  const { page } = notebook;
  // As a person's own style sheet, which no policy of the page keeps out.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  });
  await runSome(notebook);
  const cut = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth - innerWidth,
    controls: [...document.querySelectorAll<HTMLElement>('button, .toolbar, .foot, h2')]
      .filter((one) => one.checkVisibility())
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 80)),
  }));
  expect(cut).toEqual({ page: 0, controls: [] });
});

it('says by other means what colours say, where the system has its own', async () => {
  const notebook = await site.open({
    savesData: false,
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  const { page } = notebook;
  await notebook.write('connect', 'await new Promise((go) => setTimeout(go, 600_000));');
  await notebook.press('connect');
  await notebook.hasStatus('connect', 'running');
  const drawn = (selector: string, pseudo?: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one, of) => getComputedStyle(one, of).backgroundColor, pseudo);
  const paper = await drawn('body');
  expect(await drawn('[data-cell="connect"] .card', '::before')).not.toBe(paper);
  // Nothing turns for those who want less motion.
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    );
  await expect.poll(moving).toBe(0);
  await notebook.press('connect');
  expect(await notebook.ended('connect')).toBe('stopped');
  await notebook.cell('connect').getByRole('button', { name: 'Restore original' }).click();
  await runSome(notebook);
  expect(await drawn('[role="tab"][aria-selected="true"]', '::after')).not.toBe(paper);
  expect(await drawn('[aria-pressed="true"]')).not.toBe(paper);
  expect(await drawn('.square:not(.news)', '::before')).not.toBe(paper);
  await notebook.code('range-from').focus();
  await page.keyboard.press('k');
  await notebook.code('add-more').and(page.locator(':focus')).waitFor();
  const outline = await notebook
    .cell('add-more')
    .locator('.card')
    .evaluate((card) => {
      const { outlineStyle, outlineColor } = getComputedStyle(card);
      return { outlineStyle, outlineColor };
    });
  expect(outline.outlineStyle).toBe('solid');
  expect(outline.outlineColor).not.toBe(paper);
});

it('breaks no rule with the keys, a menu, a search and the drawer open', async () => {
  const notebook = await site.open({ reducedMotion: 'reduce' });
  const { page } = notebook;
  await notebook.code('connect').focus();
  await page.keyboard.press('?');
  expect(await violationsInBothThemes(notebook, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await notebook.cell('connect').getByRole('button', { name: /^More/ }).click();
  expect(await violationsInBothThemes(notebook, '[data-cell="connect"]')).toEqual([]);
  await page.getByRole('menuitem', { name: /^Restart/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('pending');
  expect(await violationsInBothThemes(notebook, 'header.contents')).toEqual([]);
  await page.setViewportSize({ width: 1000, height: 800 });
  await notebook.lens.getByRole('button', { name: /^Stream lens/ }).click();
  expect(await violationsInBothThemes(notebook, '#stream-lens')).toEqual([]);
});
