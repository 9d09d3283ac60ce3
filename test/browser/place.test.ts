import { expect, it } from 'vitest';
import type { NotebookPage } from './support/notebook-page.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

/** Resolves when the page has not moved for a moment. */
const rested = ({ page }: NotebookPage) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 400);
        addEventListener('scroll', () => {
          clearTimeout(timer);
          timer = setTimeout(resolve, 400);
        });
      }),
  );

/** How far a cell is below the top of the window. */
const top = (notebook: NotebookPage, slug: string) =>
  notebook.cell(slug).evaluate((cell) => Math.round(cell.getBoundingClientRect().top));

async function reads(notebook: NotebookPage, slug: string): Promise<number> {
  await notebook.page.evaluate((to) => (location.hash = `#cell-${to}`), slug);
  await rested(notebook);
  return top(notebook, slug);
}

it('stays at the cell that is read when the lens is drawn open and shut beside it', async () => {
  const notebook = await site.open({ viewport: { width: 1000, height: 800 } });
  const before = await reads(notebook, 'pending-c');
  const width = () => notebook.page.locator('main').evaluate((main) => main.clientWidth);
  const wide = await width();
  const edge = notebook.lens.getByRole('button', { name: /^Stream lens/ });
  await edge.click();
  await expect.poll(width).toBeLessThan(wide);
  await rested(notebook);
  expect(Math.abs((await top(notebook, 'pending-c')) - before)).toBeLessThan(3);
  await edge.click();
  await expect.poll(width).toBe(wide);
  await rested(notebook);
  expect(Math.abs((await top(notebook, 'pending-c')) - before)).toBeLessThan(3);
});

it('stays at the cell that is read when the window gets another width', async () => {
  const notebook = await site.open({ viewport: { width: 1440, height: 900 } });
  const before = await reads(notebook, 'pending-c');
  for (const width of [720, 390, 1440]) {
    await notebook.page.setViewportSize({ width, height: 700 });
    await rested(notebook);
    // What stays at the top of the window is of another height there.
    expect(Math.abs((await top(notebook, 'pending-c')) - before)).toBeLessThan(60);
  }
});
