import { expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { readTutorial } from '../tutorial/read-tutorial.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();
const lessons = readTutorial();

/** The words of a piece of HTML, without tags. */
function words(html: string): string {
  const plain = html.replaceAll(/<[^>]*>/g, ' ');
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return Object.entries(entities)
    .reduce((text, [entity, sign]) => text.replaceAll(entity, sign), plain)
    .replaceAll(/\s+/g, '');
}

it('can be read from the first lesson to the last', async () => {
  const { page } = await site.visit({ javaScriptEnabled: false });
  const shown = (await page.locator('main').innerText()).replaceAll(/\s+/g, '');
  for (const { title, blocks } of lessons) {
    await expect
      .poll(() => page.getByRole('heading', { level: 2, name: title, exact: true }).count())
      .toBe(1);
    for (const block of blocks) {
      if (block.kind === 'prose') expect(shown).toContain(words(block.html));
      if (block.kind === 'listing') expect(shown).toContain(block.code.replaceAll(/\s+/g, ''));
      if (block.kind === 'cell' && block.cell.note) {
        const { then, today, reason } = block.cell.note;
        for (const html of [then, today, reason]) expect(shown).toContain(words(html));
      }
    }
  }
});

it('has the code of every cell, ready to be copied', async () => {
  const notebook = await site.visit({ javaScriptEnabled: false });
  for (const { slug, code } of lessons.flatMap(cellsOf)) {
    expect((await notebook.text(slug)).trim(), slug).toBe(code.walrus.trim());
    await expect.poll(() => notebook.code(slug).isVisible()).toBe(true);
  }
  const advice = notebook.page.locator('noscript');
  await expect.poll(() => advice.innerText()).toContain('Running cells needs JavaScript');
  await expect.poll(() => advice.isVisible()).toBe(true);
});
