import type { Browser } from 'playwright-core';
import { NotebookPage } from '../browser/support/notebook-page.ts';
import { SAVES_DATA } from '../browser/support/saves-data.ts';
import { PROGRAM } from './program.ts';
import { shootParts, type Shot } from './shots.ts';

/** The widths of the page's three layouts, in CSS pixels. */
export const WIDTHS = [1440, 1000, 390];

const THEMES = ['light', 'dark'] as const;
const CELL = 'connect';

/** Gives all times of the page the same length: how long something took is different in every run. */
const TIMES = `for (const part of document.querySelectorAll('.foot p span, .age'))
  part.textContent = part.textContent.replace(/[\\d.]+ (ms|s|min)( \\d+ s)?/, '12 ms');`;

/**
 * All pictures of one width: every section, and what a run leaves, in both themes.
 * @param scale pixels of a picture for one CSS pixel
 */
export async function takeShots(
  browser: Browser,
  url: string,
  width: number,
  scale: number,
): Promise<Shot[]> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  try {
    // Static code looks as the editor does; without it, no picture is taken between the two.
    await context.addInitScript(SAVES_DATA);
    const notebook = new NotebookPage(await context.newPage(), false);
    await notebook.page.goto(url);
    await notebook.connected();
    await notebook.layOutWhole();
    const sections = await inBothThemes(notebook, width, 'main > section[id]', scale);
    await notebook.write(CELL, PROGRAM);
    await notebook.page.keyboard.press('Escape');
    if ((await notebook.run(CELL)) !== 'ok') throw new Error(await notebook.output(CELL));
    await notebook.lens.locator('[data-pending]').nth(2).waitFor({ state: 'attached' });
    await notebook.page.evaluate('document.activeElement.blur()');
    const results = width < 1200 ? `#cell-${CELL}` : `#cell-${CELL}, #stream-lens`;
    return [...sections, ...(await inBothThemes(notebook, width, results, scale))];
  } finally {
    await context.close();
  }
}

async function inBothThemes(
  { page, lens }: NotebookPage,
  width: number,
  selector: string,
  scale: number,
): Promise<Shot[]> {
  // Where the lens lies over the page, it would hide a part of it that depends on where one has scrolled to.
  if (width < 1200) await lens.evaluate((part) => part.style.setProperty('visibility', 'hidden'));
  const shots: Shot[] = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.evaluate(TIMES);
    for (const { name, picture } of await shootParts(page, selector, scale))
      shots.push({ name: `${width}-${theme}-${name}`, picture });
  }
  return shots;
}
